import { setSelector as change } from './change';
import { KubectlError } from '../../errors';
import type { SET_SELECTOR_FLAGS } from './flags';
import { parseToLabelSelector } from '../../flag-values/label-selector';
import { LOCAL_RESOURCES } from '../../manifests/paths';
import { readTyped } from '../../manifests/typed';
import type { Invocation } from '../../invocation/invocation';
import { dryRunOf } from '../../invocation/dry-run';
import { record } from '../../invocation/change-all';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';

/** kubectl set selector, 1.36. */
export function setSelector(invocation: Invocation<typeof SET_SELECTOR_FLAGS>): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const selector = args.length ? parseToLabelSelector(args.at(-1)!, minor) : undefined;
  const manifests = new GivenManifests(invocation, values.local);
  if (values.local && args.length > 1) manifests.fail(LOCAL_RESOURCES);
  const printer = invocation.printer('selector updated', dryRun);
  if (!selector) throw new KubectlError('one selector is required');
  checkLocal(invocation, values.local, dryRun);
  manifests.visit(readTyped(minor), (manifest) => {
    if (values['resource-version']) manifest.setResourceVersion(values['resource-version']);
    change(manifest, selector);
    record(manifest, invocation);
    printer.print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation));
  });
}
