import type { Generator } from './commands/command';
import { COMMANDS, type GeneratorName } from './commands';
import type { FlagTable } from './flags/flag';
import { givenByOptions, type Options } from './given-options';
import { type Made, manifestOf } from './made';

export { toJson } from './print/json';
export { toYaml } from './print/yaml';

/** What a command makes from a name and options. */
export function made(command: GeneratorName, name: string, options: Options): Made {
  const generator: Generator<FlagTable> = COMMANDS[command];
  return manifestOf(options, (warn) =>
    generator.generate(givenByOptions(generator.flags, name, options, warn)),
  );
}
