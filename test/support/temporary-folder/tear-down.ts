import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Removes the folder of the run; with `--watch` another run follows. */
export default function tearDown(): void {
  const folder = process.env.TMPDIR!;
  process.env.TMPDIR = dirname(folder);
  process.env.XDG_CACHE_HOME = join(process.env.TMPDIR, 'cache');
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
