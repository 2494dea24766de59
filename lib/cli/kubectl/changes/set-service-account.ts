import { podSpecOf } from '../../../kubectl/change/pod-spec';
import { KubectlError } from '../../../kubectl/errors';
import type { SET_SERVICE_ACCOUNT_FLAGS } from '../../../kubectl/flags/change';
import { readTyped } from '../../../kubectl/manifests/typed';
import type { Invocation } from '../command';
import { dryRunOf } from '../dry-run';
import { printerOf } from '../printer';
import { changeAll, record } from './changed';
import { checkLocal, finished, GivenManifests } from './given-manifests';
import { BOTH_LOCAL_AND_SERVER } from './pairs';

/** kubectl set serviceaccount, 1.36. */
export function setServiceAccount(invocation: Invocation<typeof SET_SERVICE_ACCOUNT_FLAGS>): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  if (values.local && dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  const printer = printerOf(invocation, 'serviceaccount updated', dryRun);
  const name = args.at(-1);
  if (name === undefined) throw new KubectlError('serviceaccount is required');
  const manifests = new GivenManifests(invocation, values.local).all(readTyped(minor));
  checkLocal(invocation, values.local, dryRun);
  changeAll(manifests, {
    always: true,
    change(manifest) {
      podSpecOf(manifest).serviceAccountName = name;
      record(manifest, invocation);
      return true;
    },
    print: (manifest) => printer.print(finished(manifest.toObject(), values.local, dryRun, invocation)),
  });
}
