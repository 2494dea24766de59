import { KubectlUsageError } from '../../kubectl/errors';
import type { CREATE_FLAGS } from '../../kubectl/flags/common';
import type { FlagTable } from '../../kubectl/flags/flag';
import type { Generator } from '../../kubectl/generate/generator';
import { withSavedConfig } from '../../kubectl/saved-config';
import { type Command, command, type Invocation } from './command';
import { directiveOf } from './directive';
import { dryRunOf } from './dry-run';
import { printerOf } from './printer';
import { judged } from './judged';
import { checkKubeconfig } from './server';

type CreateTable = FlagTable & typeof CREATE_FLAGS;

interface Parts<Table extends CreateTable> extends Pick<Command, 'name' | 'aliases' | 'summary' | 'usage'> {
  readonly generator: Generator<Table>;
  /** What comes before a server's refusal; without, it stands alone. */
  readonly failure?: string;
  /** What is checked before all else. */
  readonly check?: (invocation: Invocation<Table>) => void;
}

/** A command that makes one object of its flags and its name. */
export function createObject<Table extends CreateTable>({
  generator,
  failure,
  check,
  ...parts
}: Parts<Table>): Command {
  return command<Table>({
    ...parts,
    flags: generator.flags,
    run(invocation) {
      check?.(invocation);
      const name = nameFrom(invocation);
      const create = invocation as unknown as Invocation<typeof CREATE_FLAGS>;
      checkKubeconfig(create);
      const dryRun = dryRunOf(create.values['dry-run'], create.printed);
      const printer = printerOf(create, 'created', dryRun);
      directiveOf(create.values.validate);
      const manifest = generator.generate(givenBy(invocation, name, invocation.args.slice(1)));
      const saved = create.values['save-config'] ? withSavedConfig(manifest) : manifest;
      printer.print(judged(saved, dryRun, create, failure));
    },
  });
}

/** NameFromCommandArgs, 1.36. */
function nameFrom({ args, argsAtDash, path }: Pick<Invocation, 'args' | 'argsAtDash' | 'path'>): string {
  const count = argsAtDash < 0 ? args.length : argsAtDash;
  if (count !== 1) throw new KubectlUsageError(`exactly one NAME is required, got ${count}`, path);
  return args[0];
}

/** What a generator makes its object of. */
export const givenBy = <Table extends FlagTable>(
  { values, changed, minor, world, printed }: Invocation<Table>,
  name: string,
  args: readonly string[],
) => ({
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
