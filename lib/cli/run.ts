import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Request, requestOf, UsageError } from './arguments';
import { USAGE } from './usage';
import type { CheckWorld } from './check/check';
import { validateFiles } from './validate';

/** What a command may touch of the world. */
export interface World extends CheckWorld {
  out(text: string): void;
  err(text: string): void;
}

/** Carries out a command line and returns its exit code. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  try {
    return await carryOut(requestOf(argv), world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.err(`pod-patterns: ${error.message}\nTry: pod-patterns --help\n`);
    return 2;
  }
}

async function carryOut(request: Request, world: World): Promise<number> {
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
