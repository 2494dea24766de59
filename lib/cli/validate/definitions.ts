import { join, relative, resolve } from 'node:path';
import { type DefinitionFiles, definitionsIn, importedFrom } from '../../validate/custom-kinds/files';
import type { DefinitionSource } from '../../validate/custom-kinds/definitions';
import type { Config } from '../config/read';
import { UsageError } from '../failure';
import { pathSuggestion } from '../inputs/path-suggestion';
import type { World } from '../world';

/**
 * The CustomResourceDefinitions that a command line, a configuration and `cdk8s.yaml` name. The last of a
 * kind counts: the command line comes last.
 *
 * @throws UsageError
 */
export const definitionsOfProject = (
  paths: readonly string[],
  config: Config | undefined,
  world: World,
): readonly DefinitionSource[] => [
  ...importedFrom(world.cwd, filesOf(world)),
  ...(config?.crds ?? []).flatMap((path) =>
    read(relative(world.cwd, join(config!.folder, path)) || '.', '"crds" in the configuration', world),
  ),
  ...paths.flatMap((path) => read(path, '--crd', world)),
];

function read(path: string, option: string, world: World): readonly DefinitionSource[] {
  const whole = resolve(world.cwd, path);
  if (path && !/^https?:/.test(path) && path !== '-' && !world.kindOf(whole)) {
    throw new UsageError(
      `${option}: ${path}: no such file or directory${pathSuggestion(path, world)}`,
      'validate',
    );
  }
  try {
    return definitionsIn([path], filesOf(world));
  } catch (error) {
    throw new UsageError(`${option}: ${(error as Error).message}`, 'validate');
  }
}

const filesOf = (world: World): DefinitionFiles => ({
  kindOf: (path) => (path === '-' ? 'file' : world.kindOf(resolve(world.cwd, path))),
  list: (folder) => world.list(resolve(world.cwd, folder)),
  open: (file) => world.open(file === '-' ? file : resolve(world.cwd, file)),
});
