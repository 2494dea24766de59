import { type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { API_VERSION, roleRef, subjectsOf } from '../create-rolebinding/subjects';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_CLUSTER_ROLE_BINDING_FLAGS } from './flags';

/** kubectl create clusterrolebinding. */
export const generate = ({
  name,
  values,
  minor,
}: GeneratorInput<typeof CREATE_CLUSTER_ROLE_BINDING_FLAGS>): JsonObject =>
  struct({
    kind: 'ClusterRoleBinding',
    apiVersion: API_VERSION,
    metadata: objectMeta({ name }, minor),
    subjects: subjectsOf(values),
    roleRef: roleRef('ClusterRole', values.clusterrole),
  });
