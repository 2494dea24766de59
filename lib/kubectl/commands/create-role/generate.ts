import { KubectlError } from '../../errors';
import { type JsonObject } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_ROLE_FLAGS } from './flags';
import { checkResources, namedResources, policyRules, verbsOf, warnOfVerbs } from './policy-rules';

/** kubectl create role. */
export function generate({
  name,
  values,
  namespace,
  minor,
  warn,
}: GeneratorInput<typeof CREATE_ROLE_FLAGS>): JsonObject {
  const [verbs, resources] = [verbsOf(values.verb), namedResources(values.resource)];
  if (!name) throw new KubectlError('name must be specified');
  if (!verbs.length) throw new KubectlError('at least one verb must be specified');
  warnOfVerbs(verbs, warn);
  if (!resources.length) throw new KubectlError('at least one resource must be specified');
  checkResources(resources, verbs, warn);
  const rules = policyRules({ verbs, resources, resourceNames: values['resource-name'], urls: [] });
  return {
    kind: 'Role',
    apiVersion: 'rbac.authorization.k8s.io/v1',
    metadata: objectMeta({ name, namespace }, minor),
    rules,
  };
}
