import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../shared');

/** Path of recorded data that lies beside the repository. */
export const shared = (...names: string[]) => join(ROOT, ...names);

/** A describe for tests that need recorded data: skipped, and counted, where it is not there. */
export function describeShared(folder: string, title: string, tests: () => void): void {
  const here = existsSync(shared(folder));
  (here ? describe : describe.skip)(here ? title : `${title} (needs ../shared/${folder})`, tests);
}
