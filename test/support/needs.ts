import { execFileSync } from 'node:child_process';

/** Something that tests need and that not every machine has. */
export interface Need {
  readonly name: string;
  readonly met: boolean;
}

const found = new Map<string, string | undefined>();

/** The absolute path of a program, or undefined. */
export function which(program: string): string | undefined {
  if (!found.has(program)) found.set(program, search(program));
  return found.get(program);
}

function search(program: string): string | undefined {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v "$1"', 'which', program], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Programs on the PATH. */
export const programs = (...names: readonly string[]): Need[] =>
  names.map((name) => ({ name, met: which(name) !== undefined }));

/** One program of several on the PATH. */
export const anyProgram = (...names: readonly string[]): Need => ({
  name: names.join(' or '),
  met: names.some((name) => which(name) !== undefined),
});

/** The right to act as every user. */
export const ROOT_USER: Need = { name: 'root', met: process.getuid?.() === 0 };

/** A title that says what is missing, for a test that stands in for those that cannot run. */
function lacking(needs: readonly Need[], title: string): string | undefined {
  const missing = needs.filter(({ met }) => !met).map(({ name }) => name);
  return missing.length ? `${title} (needs ${missing.join(', ')})` : undefined;
}

/**
 * A group of tests that need something. Without it they are one skipped test, which the summary at the end of
 * the run names, and `tests` is not called: it may read what is missing.
 */
export function describeWith(needs: readonly Need[], title: string, tests: () => void): void {
  const skipped = lacking(needs, title);
  if (skipped) test.skip(skipped, () => undefined);
  else describe(title, tests);
}

/** A test that needs something. */
export function testWith(
  needs: readonly Need[],
  title: string,
  body: () => void | Promise<void>,
  timeout?: number,
): void {
  const skipped = lacking(needs, title);
  if (skipped) {
    test.skip(skipped, () => undefined);
  } else {
    test(
      title,
      async () => {
        await body();
      },
      timeout,
    );
  }
}
