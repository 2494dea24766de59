import { defaulted } from '../../../lib/validate/defaults/defaulted';
import { kindOf } from '../../../lib/validate/schema/schema';

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

/** What a real 1.36.3, or 1.37.2 of newer kinds, returned of kinds that are not among the recorded cases. */
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
    'admissionregistration.k8s.io/v1',
    'MutatingWebhookConfiguration',
    {
      webhooks: [
        {
          name: 'a.b.c',
          clientConfig: { service: { name: 'a', namespace: 'b' } },
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
          rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
        },
      ],
    },
    {
      metadata: { generation: 1 },
      webhooks: [
        {
          admissionReviewVersions: ['v1'],
          clientConfig: { service: { name: 'a', namespace: 'b', port: 443 } },
          failurePolicy: 'Fail',
          matchPolicy: 'Equivalent',
          name: 'a.b.c',
          namespaceSelector: {},
          objectSelector: {},
          reinvocationPolicy: 'Never',
          rules: [
            { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'], scope: '*' },
          ],
          sideEffects: 'None',
          timeoutSeconds: 10,
        },
      ],
    },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    {
      webhooks: [
        {
          name: 'a.b.c',
          clientConfig: { url: 'https://a' },
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
        },
      ],
    },
    {
      metadata: { generation: 1 },
      webhooks: [
        {
          admissionReviewVersions: ['v1'],
          clientConfig: { url: 'https://a' },
          failurePolicy: 'Fail',
          matchPolicy: 'Equivalent',
          name: 'a.b.c',
          namespaceSelector: {},
          objectSelector: {},
          sideEffects: 'None',
          timeoutSeconds: 10,
        },
      ],
    },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicy',
    {
      spec: {
        matchConstraints: {
          resourceRules: [
            { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] },
          ],
        },
        validations: [{ expression: 'true' }],
      },
    },
    {
      metadata: { generation: 1 },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          matchPolicy: 'Equivalent',
          namespaceSelector: {},
          objectSelector: {},
          resourceRules: [
            { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'], scope: '*' },
          ],
        },
        validations: [{ expression: 'true' }],
      },
      status: {},
    },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicyBinding',
    { spec: { policyName: 'a', validationActions: ['Deny'], matchResources: {} } },
    {
      metadata: { generation: 1 },
      spec: {
        matchResources: { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} },
        policyName: 'a',
        validationActions: ['Deny'],
      },
    },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'MutatingAdmissionPolicy',
    {
      spec: {
        reinvocationPolicy: 'Never',
        matchConstraints: {
          resourceRules: [
            { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] },
          ],
        },
        mutations: [
          {
            patchType: 'JSONPatch',
            jsonPatch: { expression: "[JSONPatch{op: 'remove', path: '/metadata/labels'}]" },
          },
        ],
      },
    },
    {
      metadata: { generation: 1 },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          matchPolicy: 'Equivalent',
          namespaceSelector: {},
          objectSelector: {},
          resourceRules: [
            { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'], scope: '*' },
          ],
        },
        mutations: [
          {
            jsonPatch: { expression: "[JSONPatch{op: 'remove', path: '/metadata/labels'}]" },
            patchType: 'JSONPatch',
          },
        ],
        reinvocationPolicy: 'Never',
      },
    },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'MutatingAdmissionPolicyBinding',
    { spec: { policyName: 'a' } },
    { metadata: { generation: 1 }, spec: { policyName: 'a' } },
  ],
  [
    'storage.k8s.io/v1',
    'CSIDriver',
    {
      spec: {
        volumeLifecycleModes: [],
        serviceAccountTokenInSecrets: true,
        tokenRequests: [{ audience: '' }],
      },
    },
    {
      metadata: {},
      spec: {
        attachRequired: true,
        fsGroupPolicy: 'ReadWriteOnceWithFSType',
        podInfoOnMount: false,
        requiresRepublish: false,
        seLinuxMount: false,
        serviceAccountTokenInSecrets: true,
        storageCapacity: false,
        tokenRequests: [{ audience: '' }],
        volumeLifecycleModes: ['Persistent'],
      },
    },
  ],
  [
    'storage.k8s.io/v1',
    'CSINode',
    { spec: { drivers: [{ name: 'x.y', nodeID: 'z' }] } },
    { metadata: {}, spec: { drivers: [{ name: 'x.y', nodeID: 'z', topologyKeys: null }] } },
  ],
  ['storage.k8s.io/v1', 'CSINode', {}, { metadata: {}, spec: { drivers: null } }],
  [
    'storage.k8s.io/v1',
    'VolumeAttachment',
    {
      spec: {
        attacher: 'a',
        nodeName: 'node',
        source: {
          inlineVolumeSpec: {
            accessModes: ['ReadWriteOnce'],
            csi: { driver: 'x', volumeHandle: 'v' },
          },
        },
      },
      status: { attached: true },
    },
    {
      metadata: {},
      spec: {
        attacher: 'a',
        nodeName: 'node',
        source: {
          inlineVolumeSpec: { accessModes: ['ReadWriteOnce'], csi: { driver: 'x', volumeHandle: 'v' } },
        },
      },
      status: { attached: false },
    },
  ],
  [
    'storage.k8s.io/v1',
    'VolumeAttributesClass',
    { driverName: 'x', parameters: { a: 'b' } },
    {
      driverName: 'x',
      metadata: { finalizers: ['kubernetes.io/vac-protection'] },
      parameters: { a: 'b' },
    },
  ],
  [
    'storage.k8s.io/v1',
    'CSIStorageCapacity',
    { storageClassName: 'fast', capacity: '1024Mi', nodeTopology: {} },
    { capacity: '1Gi', metadata: { namespace: 'default' }, nodeTopology: {}, storageClassName: 'fast' },
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1',
    'FlowSchema',
    {
      spec: { priorityLevelConfiguration: { name: 'low' } },
      status: { conditions: [{ type: 'Dangling' }] },
    },
    {
      metadata: { generation: 1 },
      spec: { matchingPrecedence: 1000, priorityLevelConfiguration: { name: 'low' } },
      status: {},
    },
  ],
  [
    'flowcontrol.apiserver.k8s.io/v1',
    'PriorityLevelConfiguration',
    { spec: { type: 'Limited', limited: { limitResponse: { type: 'Queue', queuing: {} } } } },
    {
      metadata: { generation: 1 },
      spec: {
        type: 'Limited',
        limited: {
          lendablePercent: 0,
          limitResponse: { type: 'Queue', queuing: { handSize: 8, queueLengthLimit: 50, queues: 64 } },
          nominalConcurrencyShares: 30,
        },
      },
      status: {},
    },
  ],
  [
    'rbac.authorization.k8s.io/v1',
    'ClusterRole',
    { rules: [{ verbs: ['get'], nonResourceURLs: ['/a'] }] },
    { metadata: {}, rules: [{ verbs: ['get'], nonResourceURLs: ['/a'] }] },
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
    'resource.k8s.io/v1',
    'DeviceClass',
    { spec: { config: [{ opaque: { driver: 'a', parameters: { b: 1 } } }] } },
    {
      metadata: { generation: 1 },
      spec: { config: [{ opaque: { driver: 'a', parameters: { b: 1 } } }] },
    },
  ],
  [
    'resource.k8s.io/v1',
    'ResourceClaim',
    {
      spec: {
        devices: {
          requests: [
            { name: 'a', exactly: { deviceClassName: 'b', tolerations: [{ key: 'c' }] } },
            {
              name: 'b',
              firstAvailable: [
                { name: 'a', deviceClassName: 'b' },
                { name: 'b', deviceClassName: 'b', allocationMode: 'All' },
              ],
            },
          ],
        },
      },
    },
    {
      metadata: { namespace: 'default' },
      spec: {
        devices: {
          requests: [
            {
              exactly: {
                allocationMode: 'ExactCount',
                count: 1,
                deviceClassName: 'b',
                tolerations: [{ key: 'c', operator: 'Equal' }],
              },
              name: 'a',
            },
            {
              firstAvailable: [
                { allocationMode: 'ExactCount', count: 1, deviceClassName: 'b', name: 'a' },
                { allocationMode: 'All', deviceClassName: 'b', name: 'b' },
              ],
              name: 'b',
            },
          ],
        },
      },
      status: {},
    },
  ],
  [
    'resource.k8s.io/v1',
    'ResourceClaimTemplate',
    {
      spec: {
        spec: {
          devices: {
            requests: [
              {
                name: 'a',
                exactly: {
                  deviceClassName: 'b',
                  allocationMode: 'All',
                  tolerations: [{ operator: 'Exists' }],
                },
              },
            ],
          },
        },
      },
    },
    {
      metadata: { namespace: 'default' },
      spec: {
        metadata: {},
        spec: {
          devices: {
            requests: [
              {
                exactly: {
                  allocationMode: 'All',
                  deviceClassName: 'b',
                  tolerations: [{ operator: 'Exists' }],
                },
                name: 'a',
              },
            ],
          },
        },
      },
    },
  ],
  [
    'resource.k8s.io/v1',
    'ResourceSlice',
    {
      spec: {
        driver: 'b',
        nodeName: 'c',
        pool: { name: 'd', resourceSliceCount: 1 },
        devices: [{ name: 'e', capacity: { f: { value: '1024Mi' } } }],
      },
    },
    {
      metadata: { generation: 1 },
      spec: {
        devices: [{ capacity: { f: { value: '1Gi' } }, name: 'e' }],
        driver: 'b',
        nodeName: 'c',
        pool: { generation: 0, name: 'd', resourceSliceCount: 1 },
      },
    },
  ],
  [
    'resource.k8s.io/v1',
    'DeviceTaintRule',
    {
      spec: {
        deviceSelector: { driver: 'a' },
        taint: { key: 'k', effect: 'None', timeAdded: '2026-01-02T03:04:05Z' },
      },
      status: { conditions: [{ type: 'x' }] },
    },
    {
      metadata: { generation: 1 },
      spec: {
        deviceSelector: { driver: 'a' },
        taint: { effect: 'None', key: 'k', timeAdded: '2026-01-02T03:04:05Z' },
      },
      status: {},
    },
  ],
  [
    'v1',
    'Endpoints',
    { subsets: [{ addresses: [{ ip: '10.1.2.3' }], ports: [{ port: 80 }] }] },
    {
      metadata: { namespace: 'default' },
      subsets: [{ addresses: [{ ip: '10.1.2.3' }], ports: [{ port: 80, protocol: 'TCP' }] }],
    },
  ],
  [
    'discovery.k8s.io/v1',
    'EndpointSlice',
    {
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.1.2.3'], deprecatedTopology: { a: 'b' } }],
      ports: [{ port: 80 }],
    },
    {
      metadata: { generation: 1, namespace: 'default' },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.1.2.3'], conditions: {} }],
      ports: [{ name: '', port: 80, protocol: 'TCP' }],
    },
  ],
  [
    'networking.k8s.io/v1',
    'IPAddress',
    { metadata: { name: '10.1.2.3' }, spec: { parentRef: { resource: 'services', name: 'web' } } },
    { metadata: { name: '10.1.2.3' }, spec: { parentRef: { name: 'web', resource: 'services' } } },
  ],
  [
    'networking.k8s.io/v1',
    'ServiceCIDR',
    { spec: { cidrs: ['10.0.0.0/8'] } },
    { metadata: {}, spec: { cidrs: ['10.0.0.0/8'] }, status: {} },
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
  const minor = Math.max(36, kindOf(apiVersion, kind)!.minors[0]);
  const { object } = defaulted({ apiVersion, kind, metadata: { name: 'a' }, ...given }, { minor });
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

test('until 1.35, a ServiceCIDR keeps the status of its manifest', () => {
  const status = { conditions: [{ type: 'Ready', status: 'True', reason: 'a', message: 'b' }] };
  const returned = (minor: number) =>
    defaulted(
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'ServiceCIDR',
        metadata: { name: 'a' },
        spec: { cidrs: ['10.0.0.0/8'] },
        status,
      },
      { minor },
    ).object as { status: object };
  expect(returned(35).status).toMatchObject(status);
  expect(returned(36).status).toEqual({});
});

const V1 = 'autoscaling.alpha.kubernetes.io';

test('an autoscaler of autoscaling/v1 has the annotations that a server writes', () => {
  const policy = '"Policies":[{"Type":"Pods","Value":4,"PeriodSeconds":15}]';
  const returned = (minor: number) =>
    defaulted(
      {
        apiVersion: 'autoscaling/v1',
        kind: 'HorizontalPodAutoscaler',
        metadata: {
          name: 'a',
          annotations: {
            [`${V1}/metrics`]:
              '[{"type":"Resource","resource":{"name":"cpu","targetAverageUtilization":60}},' +
              '{"type":"Pods","pods":{"metricName":"q<","targetAverageValue":"1000m","selector":{}}}]',
            [`${V1}/behavior`]: `{"scaleUp":{${policy},"selectPolicy":"Max","tolerance":"0.1"}}`,
            [`${V1}/conditions`]: 'x',
          },
        },
        spec: { maxReplicas: 3, targetCPUUtilizationPercentage: 70, scaleTargetRef },
      },
      { minor },
    ).object as { metadata: { annotations: object }; spec: object };
  const up = `"ScaleUp":{"StabilizationWindowSeconds":0,"SelectPolicy":"Max",${policy}`;
  const down =
    '"ScaleDown":{"StabilizationWindowSeconds":null,"SelectPolicy":"Max","Policies":' +
    '[{"Type":"Percent","Value":100,"PeriodSeconds":15}]';
  const tolerance = { 30: '', 33: ',"Tolerance":null', 36: ',"Tolerance":"100m"' };
  for (const minor of [30, 33, 36] as const) {
    const { metadata, spec } = returned(minor);
    const none = minor >= 33 ? ',"Tolerance":null' : '';
    expect(metadata.annotations).toEqual({
      [`${V1}/metrics`]:
        '[{"type":"Pods","pods":{"metricName":"q\\u003c","targetAverageValue":"1","selector":{}}}]',
      [`${V1}/behavior`]: `{${up}${tolerance[minor]}},${down}${none}}}`,
    });
    expect(spec).toMatchObject({ targetCPUUtilizationPercentage: 60 });
  }
});

test.each([
  ['authentication.k8s.io/v1', 'SelfSubjectReview', {}, {}],
  ['authentication.k8s.io/v1', 'TokenReview', { name: 'a' }, { token: 'x', audiences: ['b'] }],
  ['authorization.k8s.io/v1', 'SubjectAccessReview', {}, { user: 'u', nonResourceAttributes: { path: '/' } }],
])('what a server answers of a %s %s, it alone knows', (apiVersion, kind, metadata, spec) => {
  const given = { apiVersion, kind, metadata, ...(Object.keys(spec).length ? { spec } : {}) };
  expect(defaulted(given, { minor: 37 }).object).toEqual(given);
});

test('a SelfSubjectRulesReview is answered with a new object', () => {
  const given = { metadata: { name: 'a' }, spec: { namespace: 'b' } };
  const head = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview' };
  expect(defaulted({ ...head, ...given }, { minor: 37 }).object).toEqual({ ...head, metadata: {}, spec: {} });
});

test('annotations for init containers are dropped from Pods alone', () => {
  const annotations = { 'pod.beta.kubernetes.io/init-containers': 'x', a: 'b' };
  const pod = {
    metadata: { annotations, labels: { a: 'b' } },
    spec: { containers: [{ name: 'c', image: 'd' }] },
  };
  const returned = (manifest: object) => defaulted(manifest, { minor: 37 }).object as any;
  const deployment = returned({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', annotations },
    spec: { selector: { matchLabels: { a: 'b' } }, template: pod },
  });
  expect(deployment.metadata.annotations).toEqual(annotations);
  expect(deployment.spec.template.metadata.annotations).toEqual({ a: 'b' });
  const alone = { apiVersion: 'v1', kind: 'Pod', ...pod, metadata: { name: 'a', annotations } };
  expect(returned(alone).metadata.annotations).toEqual({ a: 'b' });
});

test('a Node keeps the times of its conditions', () => {
  const conditions = [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-02T03:04:05Z' }];
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' }, status: { conditions } };
  const { object } = defaulted(node, { minor: 37 });
  expect(object).toMatchObject({ status: { conditions: [{ ...conditions[0], lastHeartbeatTime: null }] } });
});

test('a DaemonSet that is updated on deletion has the amounts of its rolling update', () => {
  const labels = { a: 'b' };
  const { object } = defaulted(
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'a' },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'd' }] } },
        updateStrategy: { type: 'OnDelete', rollingUpdate: {} },
      },
    },
    { minor: 37 },
  );
  expect(object).toMatchObject({
    spec: { updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } },
  });
});
