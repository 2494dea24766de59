import { podSpecOf } from '../../change/pod-spec';
import { KubectlError } from '../../errors';
import type { SET_SERVICE_ACCOUNT_FLAGS } from './flags';
import { readTyped } from '../../manifests/typed';
import type { Invocation } from '../../invocation/invocation';
import { dryRunOf } from '../../invocation/dry-run';
import { changeAll, record } from '../../invocation/change-all';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';
import { BOTH_LOCAL_AND_SERVER } from '../../invocation/pairs';

/** kubectl set serviceaccount, 1.36. */
export function setServiceAccount(invocation: Invocation<typeof SET_SERVICE_ACCOUNT_FLAGS>): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  if (values.local && dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  const printer = invocation.printer('serviceaccount updated', dryRun);
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
    print: (manifest) =>
      printer.print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation)),
  });
}
