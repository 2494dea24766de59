import { KubectlError, KubectlUsageError } from '../../kubectl/errors';
import { quote } from '../../go/format';
import type { Command } from './command';
import { helpOf } from './help';

/**
 * A command that does nothing but have others: without one of them, its help is shown
 * (cmdutil.DefaultSubCommandRun, 1.36).
 */
export function onlySubcommands(parts: Omit<Command, 'flags' | 'run'>): Command {
  const self: Command = {
    ...parts,
    flags: {},
    run({ args, path, minor, printed }) {
      if (args.length) throw new KubectlUsageError(`unknown command ${quote(args.join(' '))}`, path);
      printed.stderr += helpOf({ command: self, path, argv: [] }, minor);
      throw new KubectlError('', true);
    },
  };
  return self;
}
