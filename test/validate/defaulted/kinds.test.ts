import { defaulted } from '../../../lib/validate/defaults/defaulted';

const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const container = {
  image: 'nginx',
  imagePullPolicy: 'Always',
  name: 'app',
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};
const podSpec = {
  containers: [container],
  dnsPolicy: 'ClusterFirst',
  restartPolicy: 'Always',
  schedulerName: 'default-scheduler',
  securityContext: {},
  serviceAccount: 'builder',
  serviceAccountName: 'builder',
  terminationGracePeriodSeconds: 30,
  volumes: [
    { configMap: { defaultMode: 0o644, name: 'c' }, name: 'c' },
    { hostPath: { path: '/x', type: '' }, name: 'h' },
  ],
};

const timedEvent = {
  eventTime: '2026-01-02T03:04:05.000000Z',
  reportingController: 'a/b',
  reportingInstance: 'c',
  action: 'd',
  reason: 'e',
  type: 'Normal',
};

/** What a real 1.36.3 returned of kinds that are not among the recorded cases. */
test.each<[apiVersion: string, kind: string, given: object, returned: object]>([
  [
    'v1',
    'ServiceAccount',
    { secrets: [{ name: 's', namespace: 'x', kind: 'Secret' }], imagePullSecrets: [{ name: 'p' }] },
    { metadata: { namespace: 'default' }, imagePullSecrets: [{ name: 'p' }], secrets: [{ name: 's' }] },
  ],
  [
    'v1',
    'PodTemplate',
    {
      template: {
        spec: {
          serviceAccount: 'builder',
          containers: [{ name: 'app', image: 'nginx' }],
          volumes: [
            { name: 'c', configMap: { name: 'c' } },
            { name: 'h', hostPath: { path: '/x' } },
          ],
        },
      },
    },
    { metadata: { generation: 1, namespace: 'default' }, template: { metadata: {}, spec: podSpec } },
  ],
  [
    'rbac.authorization.k8s.io/v1',
    'ClusterRole',
    { rules: [{ verbs: ['get'] }] },
    { metadata: {}, rules: [{ verbs: ['get'] }] },
  ],
  [
    'networking.k8s.io/v1',
    'Ingress',
    { spec: { defaultBackend: { service: { name: 'b', port: { number: 80 } } } } },
    {
      metadata: { generation: 1, namespace: 'default' },
      spec: { defaultBackend: { service: { name: 'b', port: { number: 80 } } } },
      status: { loadBalancer: {} },
    },
  ],
  [
    'networking.k8s.io/v1',
    'IngressClass',
    { spec: { controller: 'example.com/c', parameters: { kind: 'Config', name: 'c' } } },
    {
      metadata: { generation: 1 },
      spec: { controller: 'example.com/c', parameters: { kind: 'Config', name: 'c', scope: 'Cluster' } },
    },
  ],
  [
    'autoscaling/v1',
    'HorizontalPodAutoscaler',
    { spec: { maxReplicas: 3, scaleTargetRef } },
    {
      metadata: { namespace: 'default' },
      spec: { maxReplicas: 3, minReplicas: 1, scaleTargetRef, targetCPUUtilizationPercentage: 80 },
      status: { currentReplicas: 0, desiredReplicas: 0 },
    },
  ],
  [
    'apps/v1',
    'ControllerRevision',
    { data: { b: [1] }, revision: 1 },
    { metadata: { namespace: 'default' }, data: { b: [1] }, revision: 1 },
  ],
  [
    'v1',
    'Event',
    { involvedObject: { kind: 'Node', name: 'n' } },
    {
      metadata: { namespace: 'default' },
      eventTime: null,
      firstTimestamp: null,
      involvedObject: { kind: 'Node', name: 'n' },
      lastTimestamp: null,
      reportingComponent: '',
      reportingInstance: '',
      source: {},
    },
  ],
  [
    'events.k8s.io/v1',
    'Event',
    timedEvent,
    {
      ...timedEvent,
      metadata: { namespace: 'default' },
      deprecatedFirstTimestamp: null,
      deprecatedLastTimestamp: null,
      deprecatedSource: {},
      regarding: {},
    },
  ],
  [
    'coordination.k8s.io/v1',
    'Lease',
    { spec: { holderIdentity: 'a', strategy: 'OldestEmulationVersion' } },
    { metadata: { namespace: 'default' }, spec: { holderIdentity: 'a' } },
  ],
  [
    'node.k8s.io/v1',
    'RuntimeClass',
    { handler: 'b', overhead: { podFixed: { cpu: 0.25 } } },
    { metadata: {}, handler: 'b', overhead: { podFixed: { cpu: '250m' } } },
  ],
  [
    'v1',
    'Node',
    { spec: { podCIDR: '10.0.0.0/24' }, status: { capacity: { cpu: '1500m', memory: '1024Ki' } } },
    {
      metadata: {},
      spec: {
        podCIDR: '10.0.0.0/24',
        podCIDRs: ['10.0.0.0/24'],
        taints: [{ effect: 'NoSchedule', key: 'node.kubernetes.io/not-ready' }],
      },
      status: {
        allocatable: { cpu: '1500m', memory: '1Mi' },
        capacity: { cpu: '1500m', memory: '1Mi' },
        daemonEndpoints: { kubeletEndpoint: { Port: 0 } },
        nodeInfo: {
          architecture: '',
          bootID: '',
          containerRuntimeVersion: '',
          kernelVersion: '',
          kubeProxyVersion: '',
          kubeletVersion: '',
          machineID: '',
          operatingSystem: '',
          osImage: '',
          systemUUID: '',
        },
      },
    },
  ],
])('%s %s', (apiVersion, kind, given, returned) => {
  const { object } = defaulted({ apiVersion, kind, metadata: { name: 'a' }, ...given }, { minor: 36 });
  const { metadata } = returned as { metadata: object };
  expect(object).toEqual({ apiVersion, kind, ...returned, metadata: { name: 'a', ...metadata } });
});

test('what a gate drops is not returned', () => {
  const tolerance = { behavior: { scaleUp: { tolerance: '0.1' } } };
  const returned = (minor: number) =>
    defaulted(
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'a' },
        spec: { maxReplicas: 3, scaleTargetRef, ...tolerance },
      },
      { minor },
    ).object as { spec: { behavior: { scaleUp: { tolerance?: string } } } };
  expect(returned(34).spec.behavior.scaleUp.tolerance).toBeUndefined();
  expect(returned(35).spec.behavior.scaleUp.tolerance).toBe('100m');
});
