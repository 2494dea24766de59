import type { GeneratorInput } from '../commands/generator-input';
import type { FlagTable } from '../flags/flag';
import type { Invocation } from './invocation';

/** What a generator makes its object from, of a command line. */
export const inputFromFlags = <Table extends FlagTable>(
  { values, changed, minor, world, printed }: Invocation<Table>,
  name: string,
  args: readonly string[],
): GeneratorInput<Table> => ({
  name,
  args,
  values,
  changed,
  minor,
  namespace: (values as { readonly namespace: string }).namespace,
  files: world.files,
  environment: world.environment,
  random: world.random,
  warn: (text: string) => {
    printed.stderr += `Warning: ${text}\n`;
  },
});
