import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Need, programs, ROOT_USER } from '../../support/needs';

/** The root file system that test/companions/programs makes, and test/companions/run names. */
export function programsRoot(): string {
  const root = process.env.COMPANION_PROGRAMS;
  if (!root) throw new Error('COMPANION_PROGRAMS is not set: run npm run test:companions');
  return root;
}

/** What each test needs to run containers. */
const RUNTIME: readonly Need[] = [ROOT_USER, ...programs('bash', 'busybox', 'curl', 'nsenter', 'unshare')];

/** What a test needs: programs by their path in that root file system. */
export const installed = (...paths: readonly string[]): Need[] => [
  ...RUNTIME,
  ...paths.map((path) => ({ name: path, met: existsSync(join(programsRoot(), path)) })),
];
