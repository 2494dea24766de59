import { readFileSync } from 'node:fs';

/** A fenced block of a Markdown file. */
export interface Block {
  readonly language: string;
  /** What stands after the language: `throws`, or the name of the file that it is. */
  readonly note: string;
  readonly code: string;
  /** Line of the fence, counted from 1. */
  readonly line: number;
  /** Offsets of the code in the file. */
  readonly start: number;
  readonly end: number;
}

export function blocksOf(file: string): Block[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^```(\w+)[ ]?(.*)\n([^]*?)^```$/gm)].map((match) => {
    const start = match.index + match[0].indexOf('\n') + 1;
    const [, language, note, code] = match;
    return { language, note, code, line: text.slice(0, match.index).split('\n').length, start, end: start + code.length };
  });
}

/** A program or command and the block with its output, where one follows. */
export interface Runnable {
  readonly block: Block;
  readonly output?: Block;
}

const OUTPUTS = ['yaml', 'text', 'json'];

/** Blocks of a language, each with the output after it; a block with a note after its language is a file, and no output. */
export function runnables(blocks: readonly Block[], language: string): Runnable[] {
  return blocks.flatMap((block, index) => {
    if (block.language !== language) return [];
    const next = blocks[index + 1];
    return [{ block, output: next && OUTPUTS.includes(next.language) && !next.note ? next : undefined }];
  });
}

/** Files that a page gives by name: their content. */
export function filesOf(blocks: readonly Block[]): { readonly [name: string]: string } {
  return Object.fromEntries(blocks.filter(({ language, note }) => language === 'yaml' && note).map(({ note, code }) => [note, code]));
}

/** Whether a block is a file of an app, which is no program by itself. */
export const isFile = ({ note }: Block): boolean => note.includes('.');
