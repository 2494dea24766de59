import { KubectlError } from '../errors';
import { CREATE_CLUSTER_ROLE_BINDING_FLAGS, CREATE_ROLE_BINDING_FLAGS } from '../flags/create-role';
import { goList, type JsonObject, objectMeta, struct } from '../go/object';
import type { Generator } from './generator';

const GROUP = 'rbac.authorization.k8s.io';
const API_VERSION = `${GROUP}/v1`;

/** kubectl create clusterrolebinding. */
export const CREATE_CLUSTER_ROLE_BINDING: Generator<typeof CREATE_CLUSTER_ROLE_BINDING_FLAGS> = {
  flags: CREATE_CLUSTER_ROLE_BINDING_FLAGS,
  generate: ({ name, values, minor }) =>
    struct({
      kind: 'ClusterRoleBinding',
      apiVersion: API_VERSION,
      metadata: objectMeta({ name }, minor),
      subjects: subjectsOf(values),
      roleRef: roleRef('ClusterRole', values.clusterrole),
    }),
};

/** kubectl create rolebinding. */
export const CREATE_ROLE_BINDING: Generator<typeof CREATE_ROLE_BINDING_FLAGS> = {
  flags: CREATE_ROLE_BINDING_FLAGS,
  generate({ name, values, namespace, minor }) {
    const { role, clusterrole } = values;
    if (!name) throw new KubectlError('name must be specified');
    if (Boolean(role) === Boolean(clusterrole)) {
      throw new KubectlError('exactly one of clusterrole or role must be specified');
    }
    return struct({
      kind: 'RoleBinding',
      apiVersion: API_VERSION,
      metadata: objectMeta({ name, namespace }, minor),
      subjects: subjectsOf(values),
      roleRef: role ? roleRef('Role', role) : roleRef('ClusterRole', clusterrole),
    });
  },
};

const roleRef = (kind: string, name: string) => ({ apiGroup: GROUP, kind, name });

interface Subjects {
  readonly user: readonly string[];
  readonly group: readonly string[];
  readonly serviceaccount: readonly string[];
}

function subjectsOf({ user, group, serviceaccount }: Subjects): readonly JsonObject[] | undefined {
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
