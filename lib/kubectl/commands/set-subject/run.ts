import { addSubjects, checkSubjects } from './change';
import { KubectlError } from '../../errors';
import type { SET_SUBJECT_FLAGS } from './flags';
import { LOCAL_RESOURCES } from '../../manifests/paths';
import { readTyped } from '../../manifests/typed';
import type { Invocation } from '../../invocation/invocation';
import { dryRunOf } from '../../invocation/dry-run';
import { changeAll } from '../../invocation/change-all';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER } from '../../invocation/pairs';

/** kubectl set subject, 1.36. */
export function setSubject(invocation: Invocation<typeof SET_SUBJECT_FLAGS>): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = invocation.printer('subjects updated', dryRun);
  if (values.local && args.length) throw new KubectlError(LOCAL_RESOURCES);
  const given = new GivenManifests(invocation, values.local);
  const manifests = given.all(readTyped(minor));
  if (values.local && dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  if (values.all && values.selector) throw new KubectlError(BOTH_ALL_AND_SELECTOR);
  const subjects = {
    users: values.user as readonly string[],
    groups: values.group,
    serviceAccounts: values.serviceaccount,
  };
  checkSubjects(subjects, manifests);
  checkLocal(invocation, values.local, dryRun);
  changeAll(manifests, {
    change: (manifest) => addSubjects(manifest, subjects, given.namespace),
    print: (manifest) =>
      printer.print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation)),
  });
}
