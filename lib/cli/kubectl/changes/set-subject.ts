import { addSubjects, checkSubjects } from '../../../kubectl/change/subjects';
import { KubectlError } from '../../../kubectl/errors';
import type { SET_SUBJECT_FLAGS } from '../../../kubectl/flags/change';
import { LOCAL_RESOURCES } from '../../../kubectl/manifests/paths';
import { readTyped } from '../../../kubectl/manifests/typed';
import type { Invocation } from '../command';
import { dryRunOf } from '../dry-run';
import { printerOf } from '../printer';
import { changeAll } from './changed';
import { checkLocal, finished, GivenManifests } from './given-manifests';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER } from './pairs';

/** kubectl set subject, 1.36. */
export function setSubject(invocation: Invocation<typeof SET_SUBJECT_FLAGS>): void {
  const { values, minor, printed, args } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = printerOf(invocation, 'subjects updated', dryRun);
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
    print: (manifest) => printer.print(finished(manifest.toObject(), values.local, dryRun, invocation)),
  });
}
