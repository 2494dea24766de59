import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, requestOf, UsageError } from './arguments';
import { USAGE } from './usage';
import { validateFiles } from './validate';

/** What a command may touch of the world. */
export interface World {
  out(text: string): void;
  err(text: string): void;
  /**
   * Bytes of a file, or of standard input for `-`.
   *
   * @throws Error of node:fs
   */
  read(file: string): Buffer;
}

/** Carries out a command line and returns its exit code. */
export function run(argv: readonly string[], world: World): number {
  try {
    return carryOut(requestOf(argv), world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.err(`pod-patterns: ${error.message}\nTry: pod-patterns --help\n`);
    return 2;
  }
}

function carryOut(request: Request, world: World): number {
  switch (request.command) {
    case 'help': world.out(USAGE); return 0;
    case 'version': world.out(`${version()}\n`); return 0;
    case 'validate': return validateFiles(request.files, request, world);
  }
}

/** dist/js/lib/cli in the package, lib/cli in the repository. */
function version(): string {
  const above = [['..', '..', '..', '..'], ['..', '..']].map((steps) => join(__dirname, ...steps, 'package.json'));
  const manifests = above.map((file) => JSON.parse(readIfThere(file)) as { readonly name?: string; readonly version: string });
  return manifests.find(({ name }) => name === 'cdk8s-pod-patterns')!.version;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '{}';
  }
}
