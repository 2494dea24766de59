import { run } from '../../lib/cli/program';
import { type Files, memoryWorld } from '../../test/support/memory-world';
import { printed } from '../../test/support/kubectl';

/** Input of any size, and what is done with it: its cost must grow no faster than its size. */
export interface Scenario {
  readonly name: string;
  /** The smallest of the three sizes that are measured; the others are twice and four times as large. */
  readonly size: number;
  /** Makes input of a size, and returns the work to measure. */
  prepare(size: number): () => unknown;
}

/** Formats that judge, place and print all findings, and the one that a server would have answered with. */
const FORMATS = ['text', 'status'];

/** `pod-patterns validate` of one file. */
export const validated = (
  name: string,
  size: number,
  textOf: (size: number) => string,
  options: readonly string[] = [],
): Scenario => ({
  name,
  size,
  prepare(count) {
    const files = { 'a.yaml': textOf(count) };
    return async () => {
      for (const format of FORMATS) {
        await commandLine(['validate', 'a.yaml', `--format=${format}`, ...options], files);
      }
    };
  },
});

/** A command line of `pod-patterns`; what it says, so that it can be seen that it did what it should. */
export async function commandLine(argv: readonly string[], files: Files): Promise<string> {
  const world = memoryWorld(files);
  await run(argv, world);
  return world.said.out + world.said.err;
}

interface KubectlGiven {
  readonly argv: readonly string[];
  readonly files?: { readonly [path: string]: string };
}

/** A command line of kubectl. */
export const kubectl = (name: string, size: number, given: (size: number) => KubectlGiven): Scenario => ({
  name,
  size,
  prepare(count) {
    const { argv, files } = given(count);
    return () => printed(argv, files);
  },
});
