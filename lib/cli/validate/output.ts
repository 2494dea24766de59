import { resolve } from 'node:path';
import { failureText, UsageError } from '../failure';
import type { NewFile, World } from '../world';
import type { Settings } from './settings';

/**
 * The file for a report.
 *
 * @throws UsageError if it cannot be written, or what is in it is to be judged
 */
export function createOutput(output: string, { paths }: Settings, world: World): NewFile {
  const fault =
    world.kindOf(output) === 'folder'
      ? 'is a directory: specify a file in it'
      : inputProblem(output, paths, world);
  if (fault) throw new UsageError(`--output ${output} ${fault}`, 'validate');
  try {
    return world.create(output);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UsageError(
      `--output ${output} cannot be written: ${UNWRITABLE[code] ?? failureText(error)}`,
      'validate',
    );
  }
}

const UNWRITABLE: { readonly [code: string]: string } = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'part of its path is not a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'read-only file system',
};

/** How a manifest begins, and no report of any format does. */
const MANIFEST = /^(?:\{\s*)?["']?apiVersion["']?\s*:/m;

function inputProblem(output: string, paths: readonly string[], world: World): string | undefined {
  if (world.kindOf(output) !== 'file') return undefined;
  const real = world.realPath(output);
  const isJudged = paths.some(
    (path) => path !== '-' && world.kindOf(path) === 'file' && world.realPath(path) === real,
  );
  if (isJudged) return 'is an input file: specify another file';
  const [start] = world.open(resolve(world.cwd, output));
  return start && MANIFEST.test(start.toString('latin1'))
    ? 'contains a manifest that the report would overwrite: specify another file'
    : undefined;
}
