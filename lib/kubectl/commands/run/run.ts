import { KubectlError, KubectlUsageError } from '../../errors';
import type { RUN_FLAGS } from './flags';
import { parseBool } from '../../../go/parse-bool';
import { checkTexts, OWN_OBJECTS_SINCE } from './check';
import { generate, serviceOfPod } from './generate';
import type { JsonObject } from '../../../go/object';
import { withAnnotation } from '../../saved-config';
import type { Invocation, Printer } from '../../invocation/invocation';
import { inputFromFlags } from '../../invocation/input-from-flags';
import { dryRunOf } from '../../invocation/dry-run';
import type { PrintedOutput } from '../../invocation/world';
import { validatedForDryRun } from '../../invocation/validate-dry-run';
import { changeCause } from '../../invocation/change-cause';
import { checkKubeconfig } from '../../invocation/kubeconfig';

type RunInvocation = Invocation<typeof RUN_FLAGS>;

/** kubectl run, 1.37. */
export function run(invocation: RunInvocation): void {
  const { args, path, printed, values, minor } = invocation;
  const ownObjects = minor >= OWN_OBJECTS_SINCE;
  if (ownObjects) checkTexts(invocation);
  const dryRun = dryRunOf(values['dry-run'], printed);
  checkKubeconfig(invocation);
  const printer = invocation.printer('created', dryRun);
  checkCascade(values.cascade, printed);
  if (!args.length) {
    const text = 'NAME is required for run';
    throw ownObjects ? new KubectlError(text) : new KubectlUsageError(text, path);
  }
  const given = inputFromFlags(invocation, args[0], args.slice(1));
  const ready = (manifest: JsonObject) =>
    validatedForDryRun(recorded(manifest, invocation), dryRun, invocation);
  const pod = ready(generate(given));
  if (values.expose && ownObjects) return printBoth(pod, () => ready(serviceOfPod(given)), printer);
  if (values.expose) {
    printer.print(ready(serviceOfPod(given)));
    if (values.output === 'yaml') printed.stdout += '---\n';
  }
  printer.print(pod);
}

/** Prints the Pod first, and even if the Service fails. */
function printBoth(pod: JsonObject, service: () => JsonObject, printer: Printer): void {
  let second: JsonObject;
  try {
    second = service();
  } catch (error) {
    printer.print(pod);
    throw error;
  }
  printer.print(pod);
  printer.print(second);
}

const recorded = (manifest: JsonObject, invocation: RunInvocation) =>
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
