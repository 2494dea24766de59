import { changeTyped } from '../../change/in-code';
import type { GeneratedManifest } from '../../generated-manifest';
import { addSubjects, checkSubjects } from './change';
import type { KubectlSetSubjectOptions } from './options';

const DEFAULT_NAMESPACE = 'default';

export function setSubject(manifest: unknown, options: KubectlSetSubjectOptions): GeneratedManifest {
  const { users = [], groups = [], serviceAccounts = [] } = options;
  const subjects = { users, groups, serviceAccounts };
  return changeTyped(manifest, options, ['users', 'groups', 'serviceAccounts'], (object) => {
    checkSubjects(subjects, [object]);
    addSubjects(object, subjects, DEFAULT_NAMESPACE);
  });
}
