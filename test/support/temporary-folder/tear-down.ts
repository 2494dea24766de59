import { rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Removes the folder of the run; with `--watch` another run follows. */
export default function tearDown(): void {
  const folder = process.env.TMPDIR!;
  process.env.TMPDIR = dirname(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
