import type { Generator } from './commands/command';
import { COMMANDS, type GeneratorName } from './commands';
import type { FlagTable } from './flags/flag';
import { inputFromOptions, type Options } from './option-flags';
import { type GeneratedManifest, generatedManifest } from './generated-manifest';

export { toJson } from './print/json';
export { toYaml } from './print/yaml';

/** What a command makes from a name and options. */
export function generateFromOptions(
  command: GeneratorName,
  name: string,
  options: Options,
): GeneratedManifest {
  const generator: Generator<FlagTable> = COMMANDS[command];
  return generatedManifest(options, (warn) =>
    generator.generate(inputFromOptions(generator.flags, name, options, warn)),
  );
}
