import { KubectlUsageError } from '../../kubectl/errors';
import type { Generator } from '../../kubectl/commands/command';
import type { CREATE_FLAGS } from '../../kubectl/flags/common';
import { directiveOf } from '../../kubectl/invocation/directive';
import { dryRunOf } from '../../kubectl/invocation/dry-run';
import { inputFromFlags } from '../../kubectl/invocation/input-from-flags';
import type { Invocation } from '../../kubectl/invocation/invocation';
import { validatedForDryRun } from '../../kubectl/invocation/validate-dry-run';
import { checkKubeconfig } from '../../kubectl/invocation/kubeconfig';
import { withSavedConfig } from '../../kubectl/saved-config';

type CreateInvocation = Invocation<typeof CREATE_FLAGS>;

/** Carries out a command that makes one object from its flags and its name. */
export function createObject(
  { generate, failure }: Generator<typeof CREATE_FLAGS>,
  invocation: CreateInvocation,
): void {
  const name = nameFrom(invocation);
  checkKubeconfig(invocation);
  const dryRun = dryRunOf(invocation.values['dry-run'], invocation.printed);
  const printer = invocation.printer('created', dryRun);
  directiveOf(invocation.values.validate);
  const manifest = generate(inputFromFlags(invocation, name, invocation.args.slice(1)));
  const saved = invocation.values['save-config'] ? withSavedConfig(manifest) : manifest;
  printer.print(validatedForDryRun(saved, dryRun, invocation, failure));
}

/** NameFromCommandArgs, 1.36. */
function nameFrom({ args, argsAtDash, path }: CreateInvocation): string {
  const count = argsAtDash < 0 ? args.length : argsAtDash;
  if (count !== 1) throw new KubectlUsageError(`exactly one NAME is required, got ${count}`, path);
  return args[0];
}
