import { type AdmitCase, container, type Manifest, manifest, namespace, pod, workload } from './cases';

type Fields = { readonly [field: string]: unknown };

const V1 = 'admissionregistration.k8s.io/v1';

export const rule = (
  apiGroup: string,
  apiVersion: string,
  resource: string,
  fields: Fields = {},
): Fields => ({
  apiGroups: [apiGroup],
  apiVersions: [apiVersion],
  operations: ['CREATE'],
  resources: [resource],
  ...fields,
});
const PODS = { resourceRules: [rule('', 'v1', 'pods')] };
const DEPLOYMENTS = { resourceRules: [rule('apps', 'v1', 'deployments')] };
const ALL = { resourceRules: [rule('*', '*', '*', { operations: ['*'] })] };

const policy = (spec: Fields): Manifest =>
  manifest(V1, 'ValidatingAdmissionPolicy', 'policy', { spec: { matchConstraints: PODS, ...spec } });
const binding = (spec: Fields = {}, name = 'binding'): Manifest =>
  manifest(V1, 'ValidatingAdmissionPolicyBinding', name, {
    spec: { policyName: 'policy', validationActions: ['Deny'], ...spec },
  });
const checks = (expression: string, fields: Fields = {}): Fields => ({
  validations: [{ expression, ...fields }],
});
/** A policy and its binding. */
const both = (spec: Fields, bound: Fields = {}): readonly Manifest[] => [policy(spec), binding(bound)];

const POD = pod([container('a', '100m/64Mi', '/64Mi')], {}, { labels: { team: 'a' } });
const DEPLOYMENT = workload('Deployment', pod([container('a')]), { replicas: 6 });
const config = (data: Fields, name = 'params', fields: Fields = {}) =>
  manifest('v1', 'ConfigMap', name, { data, ...fields });
const PARAM_KIND = { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' } };
const named = { paramRef: { name: 'params', parameterNotFoundAction: 'Deny' } };
const warned = { validationActions: ['Warn'] };
const condition = (expression: string) => ({ matchConditions: [{ name: 'c', expression }] });
const variable = (name: string, expression: string) => ({ name, expression });
const role = manifest('rbac.authorization.k8s.io/v1', 'ClusterRole', 'admit-role', {
  rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
});
const ROLES = {
  matchConstraints: { resourceRules: [rule('rbac.authorization.k8s.io', '*', 'clusterroles')] },
};
const widget = (fields: Fields, name = 'params', kind = 'AdmitWidget') =>
  manifest('policy-test.example.com/v1', kind, name, fields);
const WIDGETS = manifest(
  'apiextensions.k8s.io/v1',
  'CustomResourceDefinition',
  'admitwidgets.policy-test.example.com',
  {
    spec: {
      group: 'policy-test.example.com',
      scope: 'Namespaced',
      names: { kind: 'AdmitWidget', plural: 'admitwidgets' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: {
                  type: 'object',
                  properties: {
                    most: { type: 'integer', default: 3 },
                    names: { type: 'array', items: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
      ],
    },
  },
);

const CASES: readonly (readonly [name: string, given: readonly Manifest[], asked: Manifest])[] = [
  ['replicas denied', both({ matchConstraints: DEPLOYMENTS, ...checks('object.spec.replicas <= 5') }), DEPLOYMENT],
  ['replicas allowed', both({ matchConstraints: DEPLOYMENTS, ...checks('object.spec.replicas <= 6') }), DEPLOYMENT],
  ['a message', both(checks('false', { message: '  no Pods today ' })), POD],
  ['an expression over two lines', both(checks('object.metadata.name == "x"\n  || false')), POD],
  ['a message by an expression', both(checks('false', { message: 'm', messageExpression: '"Pod " + object.metadata.name + " in " + request.namespace' })), POD],
  ['a message that fails', both(checks('false', { message: 'plain', messageExpression: 'string(object.spec.missing)' })), POD],
  ['a message that is blank', both(checks('false', { messageExpression: '"  "' })), POD],
  ['a message of two lines', both(checks('false', { messageExpression: '"a\\nb"' })), POD],
  ['reason Forbidden', both(checks('false', { reason: 'Forbidden' })), POD],
  ['reason RequestEntityTooLarge', both(checks('false', { reason: 'RequestEntityTooLarge' })), POD],
  ['the first of several validations', both({ validations: [{ expression: 'true' }, { expression: 'false', message: 'second' }, { expression: 'false', message: 'third' }] }), POD],
  ['an error in an expression', both(checks('object.spec.missing == 1')), POD],
  ['an error of types', both(checks('object.metadata.name + 1 == 2')), POD],
  ['an error that is ignored', both({ failurePolicy: 'Ignore', ...checks('object.spec.missing == 1') }), POD],
  ['Ignore does not ignore denials', both({ failurePolicy: 'Ignore', ...checks('false') }), POD],
  ['Warn', both(checks('false', { message: 'careful' }), warned), POD],
  ['Warn of an error', both(checks('object.spec.missing == 1'), warned), POD],
  ['Audit', both(checks('false'), { validationActions: ['Audit'] }), POD],
  ['Deny and Audit', both(checks('false'), { validationActions: ['Audit', 'Deny'] }), POD],
  ['Warn and Audit', both(checks('false'), { validationActions: ['Audit', 'Warn'] }), POD],
  ['one binding warns, another denies', [policy(checks('false')), binding(warned), binding({}, 'other')], POD],
  ['warnings of an object that Pod Security refuses', [namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' }), ...both(checks('false'), warned)], POD],
  ['a warning and a quota', [manifest('v1', 'ResourceQuota', 'quota', { spec: { hard: { pods: 0 } } }), ...both(checks('false'), warned)], POD],
  ['a LimitRange comes first', [manifest('v1', 'LimitRange', 'limits', { spec: { limits: [{ type: 'Container', max: { memory: '1Mi' } }] } }), ...both(checks('false'))], POD],
  ['a binding is missing', [policy(checks('false'))], POD],
  ['another resource', both({ matchConstraints: DEPLOYMENTS, ...checks('false') }), POD],
  ['all resources', both({ matchConstraints: ALL, ...checks('false') }), POD],
  ['a subresource', both({ matchConstraints: { resourceRules: [rule('', 'v1', 'pods/status')] }, ...checks('false') }), POD],
  ['all subresources', both({ matchConstraints: { resourceRules: [rule('', 'v1', 'pods/*')] }, ...checks('false') }), POD],
  ['another operation', both({ matchConstraints: { resourceRules: [rule('', 'v1', 'pods', { operations: ['UPDATE', 'DELETE'] })] }, ...checks('false') }), POD],
  ['a name', both({ matchConstraints: { resourceRules: [rule('', 'v1', 'pods', { resourceNames: ['web'] })] }, ...checks('false') }), POD],
  ['another name', both({ matchConstraints: { resourceRules: [rule('', 'v1', 'pods', { resourceNames: ['api'] })] }, ...checks('false') }), POD],
  ['an excluded resource', both({ matchConstraints: { ...ALL, excludeResourceRules: [rule('', 'v1', 'pods')] }, ...checks('false') }), POD],
  ['scope Cluster', both({ matchConstraints: { resourceRules: [rule('*', '*', '*', { scope: 'Cluster' })] }, ...checks('false') }), POD],
  ['scope Namespaced', both({ matchConstraints: { resourceRules: [rule('*', '*', '*', { scope: 'Namespaced' })] }, ...checks('false') }), POD],
  ['an object selector', both({ matchConstraints: { ...PODS, objectSelector: { matchLabels: { team: 'a' } } }, ...checks('false') }), POD],
  ['an object selector of others', both({ matchConstraints: { ...PODS, objectSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['a'] }] } }, ...checks('false') }), POD],
  ['a namespace selector', [namespace({ env: 'prod' }), ...both({ matchConstraints: { ...PODS, namespaceSelector: { matchExpressions: [{ key: 'env', operator: 'In', values: ['prod'] }] } }, ...checks('false') })], POD],
  ['a namespace selector of others', [namespace({ env: 'prod' }), ...both({ matchConstraints: { ...PODS, namespaceSelector: { matchExpressions: [{ key: 'env', operator: 'DoesNotExist' }] } }, ...checks('false') })], POD],
  ['a selector of the binding', both(checks('false'), { matchResources: { objectSelector: { matchLabels: { team: 'b' } } } }), POD],
  ['a rule of the binding', both({ matchConstraints: ALL, ...checks('false') }, { matchResources: { resourceRules: [rule('apps', 'v1', 'deployments')] } }), POD],
  ['an equivalent version', both({ matchConstraints: { resourceRules: [rule('autoscaling', 'v1', 'horizontalpodautoscalers')] }, ...checks('request.kind.version == "v2" && request.requestKind.version == "v2"') }), manifest('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } } })],
  ['an exact version', both({ matchConstraints: { matchPolicy: 'Exact', resourceRules: [rule('autoscaling', 'v1', 'horizontalpodautoscalers')] }, ...checks('false') }), manifest('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } } })],
  ['a condition that is false', both({ ...condition('object.metadata.name != "web"'), ...checks('false') }), POD],
  ['a condition that is true', both({ ...condition('object.metadata.name == "web"'), ...checks('false') }), POD],
  ['a condition that fails', both({ ...condition('object.spec.missing == 1'), ...checks('false') }), POD],
  ['a condition that fails and is ignored', both({ failurePolicy: 'Ignore', ...condition('object.spec.missing == 1'), ...checks('false') }), POD],
  ['two conditions that fail', both({ matchConditions: [{ name: 'c', expression: 'object.spec.missing == 1' }, { name: 'd', expression: 'object.spec.other == 1' }], ...checks('false') }), POD],
  ['a variable', both({ variables: [variable('containers', 'object.spec.containers')], ...checks('variables.containers.all(c, c.name == "b")', { messageExpression: '"names: " + variables.containers.map(c, c.name).join(",")' }) }), POD],
  ['a variable of a variable', both({ variables: [variable('a', '1 + 1'), variable('b', 'variables.a * 2')], ...checks('variables.b == 5', { messageExpression: '"b is " + string(variables.b)' }) }), POD],
  ['a variable that fails', both({ variables: [variable('a', 'object.spec.missing')], ...checks('variables.a == 1') }), POD],
  ['a variable that fails within another', both({ variables: [variable('a', 'object.spec.missing'), variable('b', 'variables.a')], ...checks('variables.b == 1') }), POD],
  ['a variable that is not needed', both({ variables: [variable('a', 'object.spec.missing')], ...checks('true || variables.a == 1') }), POD],
  ['parameters', [config({ most: '0' }), ...both({ ...PARAM_KIND, ...checks('size(object.spec.containers) <= int(params.data.most)', { messageExpression: '"at most " + params.data.most + " by " + params.metadata.name + " " + params.kind' }) }, named)], POD],
  ['parameters that are met', [config({ most: '1' }), ...both({ ...PARAM_KIND, ...checks('size(object.spec.containers) <= int(params.data.most)') }, named)], POD],
  ['parameters that are not there', both({ ...PARAM_KIND, ...checks('true') }, named), POD],
  ['parameters that need not be there', both({ ...PARAM_KIND, ...checks('false') }, { paramRef: { name: 'params', parameterNotFoundAction: 'Allow' } }), POD],
  ['parameters by labels', [config({ a: 'x' }, 'one', { metadata: { labels: { p: 'y' } } }), config({ a: 'z' }, 'two'), ...both({ ...PARAM_KIND, ...checks('params.data.a == "z"') }, { paramRef: { selector: { matchLabels: { p: 'y' } }, parameterNotFoundAction: 'Deny' } })], POD],
  ['parameters without a reference', both({ ...PARAM_KIND, ...checks('params == null') }), POD],
  ['parameters that are null', both({ ...PARAM_KIND, ...checks('params.data.a == "z"') }), POD],
  ['missing parameters that are ignored', both({ failurePolicy: 'Ignore', ...PARAM_KIND, ...checks('false') }, named), POD],
  ['parameters of a custom kind', [WIDGETS, widget({ spec: { names: ['x'] } }), ...both({ paramKind: { apiVersion: 'policy-test.example.com/v1', kind: 'AdmitWidget' }, ...checks('object.metadata.name in params.spec.names', { messageExpression: '"not in " + string(size(params.spec.names)) + " of " + string(params.spec.most)' }) }, named)], POD],
  ['a custom resource', [WIDGETS, ...both({ matchConstraints: { resourceRules: [rule('policy-test.example.com', '*', 'admitwidgets')] }, ...checks('object.spec.most > 3', { messageExpression: '"most is " + string(object.spec.most)' }) })], widget({ spec: {} }, 'asked')],
  ['the request', both(checks('request.operation == "UPDATE"', { messageExpression: 'request.operation + " " + request.name + " " + request.kind.kind + " " + request.resource.resource + " " + request.requestKind.version + " " + request.requestResource.group + string(has(request.subResource))' })), POD],
  ['there is no old object', both(checks('oldObject != null')), POD],
  ['the Namespace', [namespace({ env: 'prod' }), ...both(checks('namespaceObject.metadata.labels.env != "prod"', { messageExpression: 'namespaceObject.metadata.labels.env + " " + namespaceObject.status.phase + " " + namespaceObject.spec.finalizers[0]' }))], POD],
  ['a Namespace without the label', [namespace({ tier: 'x' }), ...both(checks('namespaceObject.metadata.labels["env"] == "prod"'))], POD],
  ['conditions do not see the Namespace', both({ ...condition('namespaceObject == null'), ...checks('false') }), POD],
  ['defaults are there', both(checks('object.spec.restartPolicy == "Never"', { messageExpression: '"" + object.spec.restartPolicy + object.spec.dnsPolicy + object.spec.containers[0].imagePullPolicy + object.spec.containers[0].resources.requests.memory + object.status.phase + object.spec.serviceAccountName' })), pod([container('a', '', '/64Mi')], { serviceAccountName: 'x' })],
  ['what is empty is not there', both(checks('has(object.metadata.annotations) || has(object.spec.nodeName) || has(object.spec.volumes) || !has(object.spec.containers[0].resources) || has(object.spec.containers[0].env)')), pod([container('a')])],
  ['quantities', both(checks('quantity(object.spec.containers[0].resources.requests.memory).isGreaterThan(quantity("1Gi"))')), POD],
  ['an optional', both(checks('object.?metadata.?labels[?"owner"].orValue("none") != "none"')), POD],
  ['an audit annotation that fails', both({ auditAnnotations: [{ key: 'k', valueExpression: 'string(object.spec.missing)' }], ...checks('true') }, { validationActions: ['Audit'] }), POD],
  ['an audit annotation', both({ auditAnnotations: [{ key: 'k', valueExpression: '"a " + object.metadata.name' }] }, { validationActions: ['Audit'] }), POD],
  ['an object of the whole cluster', both({ ...ROLES, ...checks('object.rules.all(r, !("*" in r.verbs))', { message: 'too much' }) }), role],
  ['no Namespace of an object of the whole cluster', both({ ...ROLES, ...checks('namespaceObject != null') }), role],
  ['parameters of a namespace for the whole cluster', both({ ...ROLES, ...PARAM_KIND, ...checks('true') }, named), role],
  ['a Namespace itself', both({ matchConstraints: { resourceRules: [rule('', 'v1', 'namespaces')] }, ...checks('object.metadata.labels["kubernetes.io/metadata.name"] == "x"', { messageExpression: 'request.name + request.namespace + string(namespaceObject == null)' }) }), manifest('v1', 'Namespace', 'admit-asked')],
  ['policies are exempt', both({ matchConstraints: ALL, ...checks('false') }), manifest(V1, 'ValidatingAdmissionPolicyBinding', 'admit-asked', { spec: { policyName: 'x', validationActions: ['Deny'] } })],
  ['an invalid object is refused first', both(checks('false')), pod([{ name: 'a' }])],
  ['a Deployment is no Pod', both(checks('false')), DEPLOYMENT],
]; // prettier-ignore

export const VALIDATING_POLICY: readonly AdmitCase[] = CASES.map(([name, given, asked]) => ({
  name,
  given,
  asked,
}));
