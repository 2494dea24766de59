import { quote } from '../../go/format';
import type { Group } from '../../kubectl/commands/command';
import { KubectlError, KubectlUsageError } from '../../kubectl/errors';
import type { Invocation } from '../../kubectl/invocation/invocation';
import type { Command } from './command';
import { helpOf } from './help';

/**
 * Refuses a command line that ends where a subcommand is needed (cmdutil.DefaultSubCommandRun, 1.36).
 *
 * @throws KubectlError
 */
export function askForSubcommand(
  command: Command,
  { lacking }: Group,
  { args, path, minor, printed }: Invocation,
): never {
  if (args.length) throw new KubectlUsageError(`unknown command ${quote(args.join(' '))}`, path);
  if (lacking) {
    throw new KubectlError(`${lacking}: one of ${command.subcommands!.map(({ name }) => name).join(', ')}`);
  }
  printed.stderr += helpOf({ command, path, argv: [] }, minor);
  throw new KubectlError('', true);
}
