import { podSpecOf } from '../../change/pod-spec';
import { amountsIn, setResources as change } from './change';
import { KubectlError } from '../../errors';
import type { SET_RESOURCES_FLAGS } from './flags';
import { LOCAL_RESOURCES } from '../../manifests/paths';
import { readTyped } from '../../manifests/typed';
import type { Invocation } from '../../invocation/invocation';
import { type DryRun, dryRunOf } from '../../invocation/dry-run';
import { changeAll, record } from '../../invocation/change-all';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER } from '../../invocation/pairs';

type SetResources = Invocation<typeof SET_RESOURCES_FLAGS>;

/** kubectl set resources, 1.36. */
export function setResources(invocation: SetResources): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = invocation.printer('resource requirements updated', dryRun);
  if (values.local && args.length) throw new KubectlError(LOCAL_RESOURCES);
  const manifests = new GivenManifests(invocation, values.local).all(readTyped(minor));
  check(invocation, dryRun);
  const amounts = { limits: amountsIn(values.limits, minor), requests: amountsIn(values.requests, minor) };
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
    print: (manifest) =>
      printer.print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation)),
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
