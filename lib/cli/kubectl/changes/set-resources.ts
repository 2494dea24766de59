import { podSpecOf } from '../../../kubectl/change/pod-spec';
import { amountsIn, setResources as change } from '../../../kubectl/change/resources';
import { KubectlError } from '../../../kubectl/errors';
import type { SET_RESOURCES_FLAGS } from '../../../kubectl/flags/change';
import { LOCAL_RESOURCES } from '../../../kubectl/manifests/paths';
import { readTyped } from '../../../kubectl/manifests/typed';
import type { Invocation } from '../command';
import { type DryRun, dryRunOf } from '../dry-run';
import { printerOf } from '../printer';
import { changeAll, record } from './changed';
import { checkLocal, finished, GivenManifests } from './given-manifests';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER } from './pairs';

type SetResources = Invocation<typeof SET_RESOURCES_FLAGS>;

/** kubectl set resources, 1.36. */
export function setResources(invocation: SetResources): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = printerOf(invocation, 'resource requirements updated', dryRun);
  if (values.local && args.length) throw new KubectlError(LOCAL_RESOURCES);
  const manifests = new GivenManifests(invocation, values.local).all(readTyped(minor));
  check(invocation, dryRun);
  const amounts = { limits: amountsIn(values.limits), requests: amountsIn(values.requests) };
  checkLocal(invocation, values.local, dryRun);
  const errors: KubectlError[] = [];
  changeAll(manifests, {
    errors,
    change(manifest) {
      const found = change(podSpecOf(manifest), values.containers, amounts);
      if (found) record(manifest, invocation);
      else errors.push(new KubectlError(`error: unable to find container named ${values.containers}`));
      return found;
    },
    print: (manifest) => printer.print(finished(manifest.toObject(), values.local, dryRun, invocation)),
  });
}

/** SetResourcesOptions.Validate, 1.36. */
function check({ values }: SetResources, dryRun: DryRun): void {
  if (values.local && dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  if (values.all && values.selector) throw new KubectlError(BOTH_ALL_AND_SELECTOR);
  if (!values.limits && !values.requests) {
    throw new KubectlError(
      'you must specify an update to requests or limits (in the form of --requests/--limits)',
    );
  }
}
