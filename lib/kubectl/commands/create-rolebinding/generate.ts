import { KubectlError } from '../../errors';
import { type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_ROLE_BINDING_FLAGS } from './flags';
import { API_VERSION, roleRef, subjectsOf } from './subjects';

/** kubectl create rolebinding. */
export function generate({
  name,
  values,
  namespace,
  minor,
}: GeneratorInput<typeof CREATE_ROLE_BINDING_FLAGS>): JsonObject {
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
}
