import { dirname, join, relative } from 'node:path';
import { UsageError } from '../failure';
import type { World } from '../world';

/** Name of the configuration. */
export const CONFIG_FILE = 'pod-patterns.yaml';

/** Names that are meant for it. */
const MISNAMED = ['pod-patterns.yml', '.pod-patterns.yaml', '.pod-patterns.yml', 'pod-patterns.json'];

/**
 * The nearest configuration, from the working folder up to the root of its repository, or of the file system.
 *
 * @throws UsageError where a file is meant for one, and is called otherwise
 */
export function findConfig(world: World): string | undefined {
  for (let folder = world.cwd; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE);
    if (world.kindOf(file)) return file;
    const misnamed = MISNAMED.find((name) => world.kindOf(join(folder, name)) === 'file');
    if (misnamed) throw new UsageError(`${relative(world.cwd, join(folder, misnamed))} is not read: call it ${CONFIG_FILE}, or give --config or --no-config`);
    if (world.kindOf(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
