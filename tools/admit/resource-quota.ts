import { type AdmitCase, claim, container, type Manifest, manifest, pod } from './cases';

type Fields = { readonly [field: string]: unknown };

const quota = (hard: Fields, spec: Fields = {}): Manifest =>
  manifest('v1', 'ResourceQuota', 'quota', { spec: { hard, ...spec } });
const named = (name: string, one: Manifest): Manifest => ({ ...one, metadata: { ...one.metadata, name } });
const one = (requests?: string, limits?: string, spec?: Fields) =>
  pod([container('a', requests, limits)], spec);
const scoped = (...scopes: readonly string[]) => ({ scopes });
const priority = (operator: string, ...values: readonly string[]) => ({
  scopeSelector: {
    matchExpressions: [{ scopeName: 'PriorityClass', operator, ...(values.length ? { values } : {}) }],
  },
});
const service = (type: string, fields: Fields = {}): Manifest =>
  manifest('v1', 'Service', 'web', {
    spec: {
      type,
      ports: [{ port: 80 }, { name: 'b', port: 81 }]
        .slice(0, type === 'ExternalName' ? 0 : 2)
        .map((port, index) => ({ name: `p${index}`, ...port })),
      ...fields,
    },
  });
const configMap = (name: string) => manifest('v1', 'ConfigMap', name);
const device = (count: number) =>
  manifest('resource.k8s.io/v1', 'ResourceClaim', 'devices', {
    spec: {
      devices: { requests: [{ name: 'gpu', exactly: { deviceClassName: 'gpu.example.com', count } }] },
    },
  });
const affinity = {
  affinity: {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: {}, namespaces: ['other'], topologyKey: 'kubernetes.io/hostname' },
      ],
    },
  },
};

const CASES: readonly (readonly [name: string, given: readonly Manifest[], asked: Manifest])[] = [
  ['a Pod that fits', [quota({ pods: 1 })], one()],
  ['no Pod fits', [quota({ pods: 0 })], one()],
  ['one Pod too many', [quota({ pods: 1 }), named('first', one())], one()],
  ['count/pods', [quota({ 'count/pods': 0 })], one()],
  ['requests.cpu exceeded', [quota({ 'requests.cpu': '1' })], one('2', '2')],
  ['cpu is requests.cpu', [quota({ cpu: '1' })], one('1500m')],
  ['requests of two Pods', [quota({ 'requests.cpu': '1' }), named('first', one('600m'))], one('500m')],
  ['several resources of one quota', [quota({ 'requests.cpu': '1', 'limits.memory': '1Gi', pods: 5 })], one('2/1Gi', '2/2Gi')],
  ['no request', [quota({ 'requests.cpu': '1' })], one()],
  ['no limit', [quota({ 'limits.memory': '1Gi' })], one('100m/64Mi')],
  ['no limits in two containers', [quota({ 'limits.cpu': '1', 'limits.memory': '1Gi' })], pod([container('b', '100m'), container('a', '', '1'), container('c', '', '/64Mi')])],
  ['an init container without a request', [quota({ 'requests.memory': '1Gi' })], pod([container('a', '/64Mi')], { initContainers: [container('i')] })],
  ['the LimitRange sets the request', [manifest('v1', 'LimitRange', 'limits', { spec: { limits: [{ type: 'Container', defaultRequest: { cpu: '100m' }, default: { cpu: '1' } }] } }), quota({ 'requests.cpu': '1' })], one()],
  ['the LimitRange sets too much', [manifest('v1', 'LimitRange', 'limits', { spec: { limits: [{ type: 'Container', default: { cpu: '2' } }] } }), quota({ 'limits.cpu': '1' })], one()],
  ['two quotas', [quota({ pods: 1 }), named('other', quota({ 'requests.cpu': '1' }))], one('2')],
  ['a quota without memory', [quota({ memory: '100Mi' })], one('/200Mi', '/200Mi')],
  ['ephemeral storage', [quota({ 'requests.ephemeral-storage': '1Gi' })], one('ephemeral-storage=2Gi')],
  ['ephemeral storage need not be set', [quota({ 'requests.ephemeral-storage': '1Gi' })], one()],
  ['an extended resource', [quota({ 'requests.example.com/gpu': '1' })], one('example.com/gpu=2', 'example.com/gpu=2')],
  ['huge pages', [quota({ 'hugepages-2Mi': '4Mi' })], one('hugepages-2Mi=8Mi,cpu=1', 'hugepages-2Mi=8Mi,cpu=1')],
  ['an init container counts if it is larger', [quota({ 'requests.cpu': '1' })], pod([container('a', '100m')], { initContainers: [container('i', '2')] })],
  ['resources of the Pod itself', [quota({ 'requests.cpu': '1' })], one('', '', { resources: { requests: { cpu: '2' } } })],
  ['scope BestEffort does not count others', [quota({ pods: 0 }, scoped('BestEffort'))], one('100m')],
  ['scope BestEffort', [quota({ pods: 0 }, scoped('BestEffort'))], one()],
  ['scope NotBestEffort', [quota({ pods: 0 }, scoped('NotBestEffort'))], one('100m')],
  ['scope Terminating', [quota({ pods: 0 }, scoped('Terminating'))], one('', '', { activeDeadlineSeconds: 10 })],
  ['scope NotTerminating', [quota({ pods: 0 }, scoped('NotTerminating'))], one('', '', { activeDeadlineSeconds: 10 })],
  ['scope of a priority class', [quota({ pods: 0 }, priority('In', 'system-node-critical'))], one('', '', { priorityClassName: 'system-node-critical' })],
  ['scope of no priority class', [quota({ pods: 0 }, priority('DoesNotExist'))], one()],
  ['scope of other priority classes', [quota({ pods: 0 }, priority('NotIn', 'system-node-critical'))], one('', '', { priorityClassName: 'system-cluster-critical' })],
  ['affinity to other namespaces', [quota({ pods: 0 }, scoped('CrossNamespacePodAffinity'))], one('', '', affinity)],
  ['config maps', [quota({ configmaps: 1 }), configMap('a')], configMap('b')],
  ['count/configmaps', [quota({ 'count/configmaps': 0 })], configMap('b')],
  ['count of a kind of another group', [quota({ 'count/deployments.apps': 0 })], manifest('apps/v1', 'Deployment', 'web', { spec: { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: one().spec } } })],
  ['services', [quota({ services: 0 })], service('ClusterIP')],
  ['node ports', [quota({ 'services.nodeports': 1 })], service('NodePort')],
  ['load balancers', [quota({ 'services.loadbalancers': 0, 'services.nodeports': 9 })], service('LoadBalancer')],
  ['a load balancer without node ports', [quota({ 'services.nodeports': 0 })], service('LoadBalancer', { allocateLoadBalancerNodePorts: false })],
  ['claims', [quota({ persistentvolumeclaims: 0 })], claim('1Gi')],
  ['storage', [quota({ 'requests.storage': '1Gi' })], claim('2Gi')],
  ['storage of a class', [quota({ 'fast.storageclass.storage.k8s.io/requests.storage': '1Gi' })], claim('2Gi', { storageClassName: 'fast' })],
  ['storage of another class', [quota({ 'fast.storageclass.storage.k8s.io/persistentvolumeclaims': 0 })], claim('2Gi', { storageClassName: 'slow' })],
  ['devices', [quota({ 'gpu.example.com.deviceclass.resource.k8s.io/devices': 1 })], device(2)],
  ['secrets', [quota({ secrets: 0 })], manifest('v1', 'Secret', 'a')],
]; // prettier-ignore

export const RESOURCE_QUOTA: readonly AdmitCase[] = CASES.map(([name, given, asked]) => ({
  name,
  given,
  asked,
}));
