import { compareBytes } from '../../../go/format';
import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';
import type { TypedManifest } from '../../manifests/typed';

/** Subjects of a role binding. */
export interface Subjects {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** `namespace:name`. */
  readonly serviceAccounts: readonly string[];
}

interface Subject {
  readonly kind?: string;
  readonly apiGroup?: string;
  readonly name?: string;
  readonly namespace?: string;
}

const GROUP = 'rbac.authorization.k8s.io';
const BINDINGS = ['rbac.v1.RoleBinding', 'rbac.v1.ClusterRoleBinding'];

/**
 * SubjectOptions.Validate, kubectl 1.36.
 *
 * @throws KubectlError if nobody is named, or a service account wrongly
 */
export function checkSubjects(
  { users, groups, serviceAccounts }: Subjects,
  manifests: readonly TypedManifest[],
): void {
  if (!users.length && !groups.length && !serviceAccounts.length) {
    throw new KubectlError('you must specify at least one value of user, group or serviceaccount');
  }
  for (const account of serviceAccounts) {
    const [namespace, name, ...more] = account.split(':');
    if (!name || more.length) throw new KubectlError('serviceaccount must be <namespace>:<name>');
    const clusterWide = manifests.some(({ struct }) => struct === BINDINGS[1]);
    if (!namespace && clusterWide) {
      throw new KubectlError('serviceaccount must be <namespace>:<name>, namespace must be specified');
    }
  }
}

/**
 * Adds those who are not bound yet; whether there are any (addSubjects, kubectl 1.36). `namespace` is that of
 * accounts that name none.
 */
export function addSubjects(
  { struct, object }: TypedManifest,
  subjects: Subjects,
  namespace: string,
): boolean {
  if (!BINDINGS.includes(struct)) {
    throw new KubectlError('setting subjects is only supported for RoleBinding/ClusterRoleBinding');
  }
  const existing = (object.subjects ?? []) as Subject[];
  const added = subjectsOf(subjects, namespace).filter(
    (subject) => !existing.some((other) => isSame(subject, other)),
  );
  object.subjects = [...existing, ...added] as unknown as JsonObject[];
  return added.length > 0;
}

const FIELDS = ['kind', 'apiGroup', 'name', 'namespace'] as const;

const isSame = (a: Subject, b: Subject) => FIELDS.every((field) => (a[field] ?? '') === (b[field] ?? ''));

function subjectsOf({ users, groups, serviceAccounts }: Subjects, namespace: string): Subject[] {
  return [
    ...unique(users).map((name): Subject => ({ kind: 'User', apiGroup: GROUP, name })),
    ...unique(groups).map((name): Subject => ({ kind: 'Group', apiGroup: GROUP, name })),
    ...unique(serviceAccounts).map((account): Subject => {
      const [own, name] = account.split(':');
      return { kind: 'ServiceAccount', name, namespace: own || namespace };
    }),
  ];
}

const unique = (names: readonly string[]) => [...new Set(names)].sort(compareBytes);
