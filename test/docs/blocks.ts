import { readFileSync, writeFileSync } from 'node:fs';

/** A fenced block of a Markdown file. */
export interface Block {
  /**
   * How many blocks stand before it: what is written to one moves the lines of those that follow, not their
   * numbers.
   */
  readonly index: number;
  readonly language: string;
  /** What stands after the language: `throws`, or the name of the file that it is. */
  readonly note: string;
  readonly code: string;
  /** Line of the fence, counted from 1. */
  readonly line: number;
}

/** What a command of this package begins with on a page. */
export const COMMAND = /^\$ npx (?:cdk8s-)?pod-patterns /;

const BLOCK = /^```(\w+)[ ]?(.*)\n([^]*?)^```$/gm;

export function blocksOf(file: string): Block[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(BLOCK)].map((match, index) => {
    const [, language, note, code] = match;
    return { index, language, note, code, line: text.slice(0, match.index).split('\n').length };
  });
}

/**
 * Writes another code into the place of a block's, whatever was written to the file since the block was read.
 */
export function rewrite(file: string, { index }: Block, code: string): void {
  let at = 0;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(BLOCK, (whole: string) =>
      at++ === index ? `${whole.slice(0, whole.indexOf('\n') + 1)}${code}\`\`\`` : whole,
    ),
  );
}

/** A program or command and the block with its output, where one follows. */
export interface Runnable {
  readonly block: Block;
  readonly output?: Block;
}

const OUTPUTS = ['yaml', 'text', 'json'];

/**
 * Blocks of a language, each with the output after it; a block with a note after its language is a file, and
 * no output.
 */
export function runnables(blocks: readonly Block[], language: string): Runnable[] {
  return blocks.flatMap((block, index) => {
    if (block.language !== language) return [];
    const next = blocks[index + 1];
    return [{ block, output: next && OUTPUTS.includes(next.language) && !next.note ? next : undefined }];
  });
}

/** Files that a page gives by name: their content. */
export function filesOf(blocks: readonly Block[]): { readonly [name: string]: string } {
  return Object.fromEntries(
    blocks.filter(({ language, note }) => language === 'yaml' && note).map(({ note, code }) => [note, code]),
  );
}

/** Whether a block is a file of an app, which is no program by itself. */
export const isFile = ({ note }: Block): boolean => note.includes('.');
