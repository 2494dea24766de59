import { KubectlError, KubectlUsageError } from '../../../kubectl/errors';
import type { RUN_FLAGS } from '../../../kubectl/flags/run';
import { boolOf } from '../../../kubectl/go/number';
import { RUN, serviceOfPod } from '../../../kubectl/generate/run';
import { annotated } from '../../../kubectl/saved-config';
import { command, type Invocation } from '../command';
import { givenBy } from '../create-object';
import { dryRunOf } from '../dry-run';
import type { Printed } from '../io';
import { judged } from '../judged';
import { printerOf } from '../printer';
import { changeCause } from '../record';
import { checkKubeconfig } from '../server';

type RunInvocation = Invocation<typeof RUN_FLAGS>;

export const RUN_COMMAND = command<typeof RUN_FLAGS>({
  name: 'run',
  summary: 'a Pod with one container',
  usage: 'NAME --image=IMAGE [options] [-- ARGUMENT...]',
  flags: RUN.flags,
  run(invocation) {
    const { args, path, printed, values } = invocation;
    const dryRun = dryRunOf(values['dry-run'], printed);
    checkKubeconfig(invocation);
    const printer = printerOf(invocation, 'created', dryRun);
    checkCascade(values.cascade, printed);
    if (!args.length) throw new KubectlUsageError('NAME is required for run', path);
    const given = givenBy(invocation, args[0], args.slice(1));
    const pod = judged(recorded(RUN.generate(given), invocation), dryRun, invocation);
    if (values.expose) {
      printer.print(judged(recorded(serviceOfPod(given), invocation), dryRun, invocation));
      if (values.output === 'yaml') printed.stdout += '---\n';
    }
    printer.print(pod);
  },
});

const recorded = (manifest: ReturnType<typeof RUN.generate>, invocation: RunInvocation) =>
  invocation.values.record
    ? annotated(manifest, 'kubernetes.io/change-cause', changeCause(invocation))
    : manifest;

/** parseCascadingFlag, 1.36. */
function checkCascade(text: string, printed: Printed): void {
  const bool = boolOf(text);
  if (bool !== undefined) {
    printed.stderr += `warning: --cascade=${text} is deprecated (boolean value) and can be replaced with --cascade=${bool ? 'background' : 'orphan'}.\n`;
  } else if (!['background', 'foreground', 'orphan'].includes(text)) {
    throw new KubectlError(
      `invalid cascade value (${text}). Must be "background", "foreground", or "orphan"`,
    );
  }
}
