import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives the whole run, with the processes that it starts, one folder for what is temporary. Its name is
 * short, for the paths of sockets; other users may look into it, as some scripts are run by them. The user's
 * caches are left alone.
 */
export default function setUp(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'jest-'));
  chmodSync(process.env.TMPDIR, 0o755);
  process.env.XDG_CACHE_HOME = join(process.env.TMPDIR, 'cache');
}
