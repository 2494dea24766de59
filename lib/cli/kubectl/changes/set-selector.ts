import { setSelector as change } from '../../../kubectl/change/selector';
import { KubectlError } from '../../../kubectl/errors';
import type { SET_SELECTOR_FLAGS } from '../../../kubectl/flags/change';
import { parseToLabelSelector } from '../../../kubectl/go/label-selector';
import { LOCAL_RESOURCES } from '../../../kubectl/manifests/paths';
import { readTyped } from '../../../kubectl/manifests/typed';
import type { Invocation } from '../command';
import { dryRunOf } from '../dry-run';
import { printerOf } from '../printer';
import { record } from './changed';
import { checkLocal, finished, GivenManifests } from './given-manifests';

/** kubectl set selector, 1.36. */
export function setSelector(invocation: Invocation<typeof SET_SELECTOR_FLAGS>): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const selector = args.length ? parseToLabelSelector(args.at(-1)!, minor) : undefined;
  const manifests = new GivenManifests(invocation, values.local);
  if (values.local && args.length > 1) manifests.fail(LOCAL_RESOURCES);
  const printer = printerOf(invocation, 'selector updated', dryRun);
  if (!selector) throw new KubectlError('one selector is required');
  checkLocal(invocation, values.local, dryRun);
  manifests.visit(readTyped(minor), (manifest) => {
    if (values['resource-version']) manifest.setResourceVersion(values['resource-version']);
    change(manifest, selector);
    record(manifest, invocation);
    printer.print(finished(manifest.toObject(), values.local, dryRun, invocation));
  });
}
