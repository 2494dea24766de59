import { readFileSync } from 'node:fs';

/** A fenced block of a Markdown file. */
export interface Block {
  readonly language: string;
  /** What stands after the language: `throws`. */
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

/** A program and the block with its output, where one follows. */
export interface Program {
  readonly program: Block;
  readonly output?: Block;
}

export function programsOf(blocks: readonly Block[]): Program[] {
  return blocks.flatMap((program, index) => {
    if (program.language !== 'ts') return [];
    const next = blocks[index + 1];
    return [{ program, output: next && ['yaml', 'text'].includes(next.language) ? next : undefined }];
  });
}
