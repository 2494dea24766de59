import { KubectlError, KubectlUsageError } from '../../errors';
import type { RUN_FLAGS } from './flags';
import { parseBool } from '../../../go/parse-bool';
import { generate, serviceOfPod } from './generate';
import { withAnnotation } from '../../saved-config';
import type { Invocation } from '../../invocation/invocation';
import { inputFromFlags } from '../../invocation/input-from-flags';
import { dryRunOf } from '../../invocation/dry-run';
import type { PrintedOutput } from '../../invocation/world';
import { validatedForDryRun } from '../../invocation/validate-dry-run';
import { changeCause } from '../../invocation/change-cause';
import { checkKubeconfig } from '../../invocation/kubeconfig';

type RunInvocation = Invocation<typeof RUN_FLAGS>;

/** kubectl run, 1.36. */
export function run(invocation: RunInvocation): void {
  const { args, path, printed, values } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  checkKubeconfig(invocation);
  const printer = invocation.printer('created', dryRun);
  checkCascade(values.cascade, printed);
  if (!args.length) throw new KubectlUsageError('NAME is required for run', path);
  const given = inputFromFlags(invocation, args[0], args.slice(1));
  const pod = validatedForDryRun(recorded(generate(given), invocation), dryRun, invocation);
  if (values.expose) {
    printer.print(validatedForDryRun(recorded(serviceOfPod(given), invocation), dryRun, invocation));
    if (values.output === 'yaml') printed.stdout += '---\n';
  }
  printer.print(pod);
}

const recorded = (manifest: ReturnType<typeof generate>, invocation: RunInvocation) =>
  invocation.values.record
    ? withAnnotation(manifest, 'kubernetes.io/change-cause', changeCause(invocation))
    : manifest;

/** parseCascadingFlag, 1.36. */
function checkCascade(text: string, printed: PrintedOutput): void {
  const bool = parseBool(text);
  if (bool !== undefined) {
    printed.stderr += `warning: --cascade=${text} is deprecated (boolean value) and can be replaced with --cascade=${bool ? 'background' : 'orphan'}.\n`;
  } else if (!['background', 'foreground', 'orphan'].includes(text)) {
    throw new KubectlError(
      `invalid cascade value (${text}). Must be "background", "foreground", or "orphan"`,
    );
  }
}
