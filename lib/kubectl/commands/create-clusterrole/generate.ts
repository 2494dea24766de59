import { KubectlError } from '../../errors';
import { goMap, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import {
  checkResources,
  namedResources,
  policyRules,
  verbsOf,
  warnOfVerbs,
} from '../create-role/policy-rules';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_CLUSTER_ROLE_FLAGS } from './flags';

/** kubectl create clusterrole. */
export function generate(given: GeneratorInput<typeof CREATE_CLUSTER_ROLE_FLAGS>): JsonObject {
  const { name, values, minor } = given;
  if (!name) throw new KubectlError('name must be specified');
  const aggregated = values['aggregation-rule'].size > 0;
  if (aggregated) checkAlone(values);
  return struct({
    kind: 'ClusterRole',
    apiVersion: 'rbac.authorization.k8s.io/v1',
    metadata: objectMeta({ name }, minor),
    rules: aggregated ? null : clusterRules(given),
    aggregationRule: aggregated
      ? { clusterRoleSelectors: [{ matchLabels: goMap(values['aggregation-rule']) }] }
      : undefined,
  });
}

type ClusterRoleValues = GeneratorInput<typeof CREATE_CLUSTER_ROLE_FLAGS>['values'];

function checkAlone(values: ClusterRoleValues): void {
  const others = [values.verb, values.resource, values['resource-name'], values['non-resource-url']];
  if (others.some((list) => list.length)) {
    throw new KubectlError(
      'aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames',
    );
  }
}

function clusterRules({ values, warn }: GeneratorInput<typeof CREATE_CLUSTER_ROLE_FLAGS>): JsonObject[] {
  const [verbs, resources] = [verbsOf(values.verb), namedResources(values.resource)];
  const urls = [...new Set(values['non-resource-url'])];
  if (!verbs.length) throw new KubectlError('at least one verb must be specified');
  if (!resources.length && !urls.length) {
    throw new KubectlError('one of resource or nonResourceURL must be specified');
  }
  if (resources.length) {
    warnOfVerbs(verbs, warn);
    checkResources(resources, verbs, warn);
  }
  if (urls.length) checkUrls(urls, verbs);
  return policyRules({ verbs, resources, resourceNames: values['resource-name'], urls });
}

const URL_VERBS = ['*', 'get', 'post', 'put', 'delete', 'patch', 'head', 'options'];

function checkUrls(urls: readonly string[], verbs: readonly string[]): void {
  const unknown = verbs.find((verb) => !URL_VERBS.includes(verb));
  if (unknown !== undefined) throw new KubectlError(`invalid verb: '${unknown}' for nonResourceURL`);
  for (const url of urls) {
    if (url !== '*' && !url.startsWith('/')) throw new KubectlError('nonResourceURL should start with /');
    if (url.slice(0, -1).includes('*')) {
      throw new KubectlError("nonResourceURL only supports wildcard matches when '*' is at the end");
    }
  }
}
