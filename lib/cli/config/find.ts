import { dirname, join, relative } from 'node:path';
import { UsageError } from '../failure';
import type { World } from '../world';

/** Name of the configuration. */
export const CONFIG_FILE = 'pod-patterns.yaml';

/** Similar names that are reported as mistakes. */
const MISNAMED = [
  'pod-patterns.yml',
  '.pod-patterns.yaml',
  '.pod-patterns.yml',
  'pod-patterns.json',
  '.pod-patterns.json',
  '.pod-patternsrc',
  'pod-patterns.config.yaml',
  'pod-patterns.config.yml',
];

/**
 * The nearest configuration, from the working folder up to the root of its repository, or of the file system.
 *
 * @throws UsageError if a file is meant for one and has another name
 */
export function findConfig(world: World): string | undefined {
  for (let folder = world.cwd; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE);
    const isThere = world.kindOf(file) !== undefined;
    const misnamed = MISNAMED.find((name) => world.kindOf(join(folder, name)) === 'file');
    const suggestion = isThere
      ? `${CONFIG_FILE} in the same folder is used instead: remove one of them`
      : `rename it to ${CONFIG_FILE}`;
    if (misnamed) {
      throw new UsageError(
        `${relative(world.cwd, join(folder, misnamed))} is ignored: ${suggestion}, or use --config or --no-config`,
      );
    }
    if (isThere) return file;
    if (world.kindOf(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
