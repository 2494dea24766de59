import { dirname, join } from 'node:path';
import type { World } from '../world';

/** Name of the configuration. */
export const CONFIG_FILE = 'pod-patterns.yaml';

/** The nearest configuration, from the working folder up to the root of its repository, or of the file system. */
export function findConfig(world: World): string | undefined {
  for (let folder = world.cwd; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE);
    if (world.kindOf(file)) return file;
    if (world.kindOf(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
