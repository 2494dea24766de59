import { KubectlError } from '../../errors';
import { goList, type JsonObject } from '../../../go/object';

const GROUP = 'rbac.authorization.k8s.io';
export const API_VERSION = `${GROUP}/v1`;

export const roleRef = (kind: string, name: string) => ({ apiGroup: GROUP, kind, name });

interface Subjects {
  readonly user: readonly string[];
  readonly group: readonly string[];
  readonly serviceaccount: readonly string[];
}

export function subjectsOf({ user, group, serviceaccount }: Subjects): readonly JsonObject[] | undefined {
  return goList([
    ...user.map((name) => ({ kind: 'User', apiGroup: GROUP, name })),
    ...group.map((name) => ({ kind: 'Group', apiGroup: GROUP, name })),
    ...serviceaccount.map(serviceAccount),
  ]);
}

function serviceAccount(text: string): JsonObject {
  const [namespace, name, ...more] = text.split(':');
  if (!namespace || !name || more.length) throw new KubectlError('serviceaccount must be <namespace>:<name>');
  return { kind: 'ServiceAccount', name, namespace };
}
