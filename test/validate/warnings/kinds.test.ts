import { generateKeyPairSync } from 'node:crypto';
import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';
import { keyPairProblem } from '../../../lib/validate/warnings/key-pair';

const warnings = (apiVersion: string, kind: string, rest: object, minor = 36) =>
  serverStatus(judge({ apiVersion, kind, metadata: { name: 'a' }, ...rest }, { minor })).warnings;
const annotated = (key: string) => ({ name: 'a', annotations: { [key]: 'x' } });
const OS = 'beta.kubernetes.io/os';
const VOLUME = { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'] };
const OS_TEXT = 'deprecated since v1.14; use "kubernetes.io/os" instead';

/** All seen on a real 1.36. */
test.each<[string, string, object, string[]]>([
  [
    'v1',
    'ResourceQuota',
    {
      spec: {
        hard: { cpu: 2, 'limits.cpu': 1, 'requests.memory': '3Gi', memory: 1, 'limits.memory': '2Gi' },
      },
    },
    [
      'ResourceQuota cpu (2) should be less than limits.cpu (1)',
      'ResourceQuota requests.memory (3Gi) should be less than limits.memory (2Gi)',
    ],
  ],
  [
    'v1',
    'ServiceAccount',
    { metadata: annotated('kubernetes.io/enforce-mountable-secrets') },
    [
      'metadata.annotations[kubernetes.io/enforce-mountable-secrets]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets',
    ],
  ],
  [
    'v1',
    'Node',
    { spec: { externalID: 'x', podCIDRs: ['1.2.0.0/16', '2001:0db8::/64'] } },
    [
      'spec.externalID: this field is deprecated, and is unused by Kubernetes',
      'spec.podCIDRs[1]: IPv6 CIDR value "2001:0db8::/64" should be in RFC 5952 canonical format ("2001:db8::/64")',
    ],
  ],
  [
    'v1',
    'PersistentVolume',
    {
      metadata: annotated('volume.beta.kubernetes.io/storage-class'),
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        persistentVolumeReclaimPolicy: 'Recycle',
        hostPath: { path: '/data' },
        nodeAffinity: {
          required: { nodeSelectorTerms: [{ matchExpressions: [{ key: OS, operator: 'Exists' }] }] },
        },
      },
    },
    [
      'metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8; use "storageClassName" attribute instead',
      'spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
      `spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key: ${OS} is ${OS_TEXT}`,
    ],
  ],
  [
    'v1',
    'PersistentVolume',
    { spec: { ...VOLUME, cephfs: { monitors: ['a'] } } },
    ['spec.cephfs: deprecated in v1.28, non-functional in v1.31+'],
  ],
  [
    'v1',
    'PersistentVolume',
    { spec: { ...VOLUME, storageos: { volumeName: 'a', volumeNamespace: 'a' } } },
    ['spec.storageOS: deprecated in v1.22, non-functional in v1.25+'],
  ],
  [
    'v1',
    'PersistentVolumeClaim',
    {
      metadata: annotated('volume.beta.kubernetes.io/storage-class'),
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { limits: { storage: '1m' }, requests: { storage: '1m' } },
      },
    },
    [
      'metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8; use "storageClassName" attribute instead',
      'spec.resources.requests[storage]: fractional byte value "1m" is invalid, must be an integer',
      'spec.resources.limits[storage]: fractional byte value "1m" is invalid, must be an integer',
    ],
  ],
  [
    'networking.k8s.io/v1',
    'Ingress',
    {
      metadata: annotated('kubernetes.io/ingress.class'),
      spec: { defaultBackend: { service: { name: 'b', port: { number: 80 } } } },
    },
    ['annotation "kubernetes.io/ingress.class" is deprecated, please use \'spec.ingressClassName\' instead'],
  ],
  [
    'discovery.k8s.io/v1',
    'EndpointSlice',
    { addressType: 'FQDN', endpoints: [{ addresses: ['a.b'] }] },
    ['spec.addressType: FQDN endpoints are deprecated'],
  ],
  [
    'v1',
    'Endpoints',
    { subsets: [{ addresses: [{ ip: '2001:DB8::0001' }] }] },
    [
      'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
      'subsets[0].addresses[0].ip: IPv6 address "2001:DB8::0001" should be in RFC 5952 canonical format ("2001:db8::1")',
    ],
  ],
  [
    'node.k8s.io/v1',
    'RuntimeClass',
    { handler: 'a', scheduling: { nodeSelector: { [OS]: 'linux' } } },
    [`scheduling.nodeSelector: ${OS_TEXT}`],
  ],
  [
    'storage.k8s.io/v1',
    'StorageClass',
    { provisioner: 'a', allowedTopologies: [{ matchLabelExpressions: [{ key: OS, values: ['a'] }] }] },
    [`allowedTopologies[0].matchLabelExpressions[0].key: ${OS_TEXT}`],
  ],
  [
    'storage.k8s.io/v1',
    'CSIStorageCapacity',
    {
      storageClassName: 'a',
      nodeTopology: { matchLabels: { [OS]: 'a' }, matchExpressions: [{ key: OS, operator: 'Exists' }] },
    },
    [
      `nodeTopology.matchExpressions[0].key: ${OS} is ${OS_TEXT}`,
      `nodeTopology.matchLabels.${OS}: ${OS_TEXT}`,
    ],
  ],
  [
    'storage.k8s.io/v1',
    'CSIDriver',
    { spec: { tokenRequests: [{ audience: 'a' }] } },
    [
      'spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes',
    ],
  ],
  [
    'resource.k8s.io/v1',
    'ResourceSlice',
    { spec: { driver: 'A.example', allNodes: true, pool: { name: 'a', resourceSliceCount: 1 } } },
    ['spec.driver: driver names should be lowercase; "A.example" contains uppercase characters'],
  ],
])('%s %s', (apiVersion, kind, rest, expected) => {
  expect(warnings(apiVersion, kind, rest)).toEqual(expected);
});

test.each([
  ['admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicy'],
  ['admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicyBinding'],
  ['admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration'],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding'],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
])('%s %s with a reserved name', (apiVersion, kind) => {
  const text =
    'names ending with ".static.k8s.io" are reserved for static manifest-based configurations and cannot be managed via the API';
  const found = (minor: number) =>
    judge({ apiVersion, kind, metadata: { name: 'a.static.k8s.io' } }, { minor })
      .findings.filter(({ rule }) => rule === 'reserved-name')
      .map(({ level, message }) => `${level}: ${message}`);
  expect(found(35)).toEqual([]);
  expect(found(36)).toEqual([`warning: metadata.name: ${text}`]);
  expect(found(37)).toEqual([`error: Invalid value: "a.static.k8s.io": ${text}`]);
});

test('a rule of a webhook for a resource that no webhook sees: webhook-excluded-resource', () => {
  const webhook = (apiGroups: readonly string[], resources: readonly string[]) => ({
    name: 'a.example.com',
    clientConfig: { url: 'https://example.com' },
    sideEffects: 'None',
    admissionReviewVersions: ['v1'],
    rules: [{ apiGroups, resources, apiVersions: ['v1'], operations: ['CREATE'] }],
  });
  const webhooks = [
    webhook(
      ['', 'authorization.k8s.io', 'authentication.k8s.io'],
      ['subjectaccessreviews', 'tokenreviews', 'subjectaccessreviews'],
    ),
    { ...webhook(['authorization.k8s.io'], ['*']), name: 'b.example.com' },
  ];
  const excluded = (resource: string) =>
    `webhooks[0].rules[0]: ${resource} is excluded from admission webhooks; this rule will have no effect`;
  for (const kind of ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']) {
    const said = (minor: number) => warnings('admissionregistration.k8s.io/v1', kind, { webhooks }, minor);
    expect(said(36)).toEqual([]);
    expect(said(37)).toEqual([
      excluded('subjectaccessreviews.authorization.k8s.io'),
      excluded('tokenreviews.authentication.k8s.io'),
    ]);
  }
});

/** Their warnings had two implementations once, of which one could not be reached. */
test.each([
  [
    'PersistentVolume',
    {
      metadata: annotated('volume.beta.kubernetes.io/storage-class'),
      spec: { ...VOLUME, persistentVolumeReclaimPolicy: 'Recycle', hostPath: { path: '/data' } },
    },
    ['persistent-volume-deprecated', 'persistent-volume-deprecated'],
  ],
  [
    'PersistentVolumeClaim',
    {
      metadata: annotated('volume.beta.kubernetes.io/storage-class'),
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1m' } } },
    },
    ['volume-claim-deprecated', 'fractional-bytes'],
  ],
])('the warnings of a %s come from one rule each', (kind, rest, rules) => {
  const { findings } = judge({ apiVersion: 'v1', kind, ...rest }, { minor: 36 });
  expect(findings.filter(({ stage }) => stage === 'warn').map(({ rule }) => rule)).toEqual(rules);
});

describe('Services', () => {
  const service = (spec: object, minor = 36, metadata: object = { name: 'a' }) =>
    warnings('v1', 'Service', { metadata, spec: { ports: [{ port: 80 }], ...spec } }, minor);
  const headless = {
    clusterIP: 'None',
    externalIPs: ['1.2.3.4'],
    loadBalancerIP: '1.2.3.4',
    sessionAffinity: 'ClientIP',
    trafficDistribution: 'PreferClose',
    externalName: 'x',
  };

  test('headless', () => {
    const ignored = 'spec.externalName is ignored when spec.type is not "ExternalName"';
    const last = [
      'spec.loadBalancerIP is ignored for headless services',
      'spec.externalIPs is ignored for headless services',
      'spec.SessionAffinity is ignored for headless services',
      ignored,
    ];
    expect(service(headless)).toEqual([
      ...last,
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
    ]);
    expect(service(headless, 34)).toEqual(last);
    expect(service(headless, 33)).toEqual([ignored]);
  });

  test('externalIPs', () => {
    expect(service({ externalIPs: ['1.2.3.4'] })).toEqual([
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
    ]);
    expect(service({ externalIPs: ['1.2.3.4'] }, 35)).toEqual([]);
    expect(service({ type: 'ExternalName', externalName: 'a', externalIPs: ['1.2.3.4'] })).toEqual([
      'spec.externalIPs is ignored when spec.type is "ExternalName"',
    ]);
  });

  test('topology hints', () => {
    expect(service({}, 36, annotated('service.kubernetes.io/topology-aware-hints'))).toEqual([
      'annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead',
    ]);
  });

  test('ranges and addresses, as each minor says it', () => {
    const spec = {
      type: 'LoadBalancer',
      loadBalancerIP: '01.2.3.4',
      clusterIP: '2001:DB8::1',
      loadBalancerSourceRanges: ['1.2.3.4/24', '::ffff:1.2.3.0/120', '1.2.3.0/024', '2001:0DB8::/32'],
    };
    expect(service(spec, 34)).toEqual([
      'spec.clusterIPs[0]: IPv6 address "2001:DB8::1" should be in RFC 5952 canonical format ("2001:db8::1")',
      'spec.loadBalancerIP: non-standard IP address "01.2.3.4" will be considered invalid in a future Kubernetes release: use "1.2.3.4"',
      'spec.loadBalancerSourceRanges[0]: CIDR value "1.2.3.4/24" is ambiguous in this context (should be "1.2.3.0/24" or "1.2.3.4/32"?)',
      'spec.loadBalancerSourceRanges[1]: non-standard CIDR value "::ffff:1.2.3.0/120" will be considered invalid in a future Kubernetes release: use "1.2.3.0/24"',
      'spec.loadBalancerSourceRanges[2]: non-standard CIDR value "1.2.3.0/024" will be considered invalid in a future Kubernetes release: use "1.2.3.0/24"',
      'spec.loadBalancerSourceRanges[3]: IPv6 CIDR value "2001:0DB8::/32" should be in RFC 5952 canonical format ("2001:db8::/32")',
    ]);
    expect(service(spec, 32)).toEqual([
      'spec.clusterIPs[0]: IPv6 address "2001:DB8::1" is not in RFC 5952 canonical format ("2001:db8::1"), which may cause controller apply-loops',
      'spec.loadBalancerIP: IP address was accepted, but will be invalid in a future Kubernetes release: ParseAddr("01.2.3.4"): IPv4 field has octet with leading zero',
      'spec.loadBalancerSourceRanges[2]: IP prefix was accepted, but will be invalid in a future Kubernetes release: netip.ParsePrefix("1.2.3.0/024"): bad bits after slash: "024"',
      'spec.loadBalancerSourceRanges[3]: IPv6 prefix "2001:0DB8::/32" is not in RFC 5952 canonical format ("2001:db8::/32"), which may cause controller apply-loops',
    ]);
  });
});

test('NetworkPolicies', () => {
  const peers = [{ podSelector: {} }, { ipBlock: { cidr: '10.0.0.1/8', except: ['10.1.0.0/16'] } }];
  const text = (path: string) =>
    `${path}: CIDR value "10.0.0.1/8" is ambiguous in this context (should be "10.0.0.0/8" or "10.0.0.1/32"?)`;
  expect(
    warnings(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      { spec: { podSelector: {}, ingress: [{ from: peers }], egress: [{ to: peers }] } },
      35,
    ),
  ).toEqual([text('spec.ingress[0].from[1].ipBlock.cidr'), text('spec.egress[0].to[1].ipBlock.cidr')]);
});

describe('a key pair', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const pem = (type: string, body = 'YWJj\n') => `-----BEGIN ${type}-----\n${body}-----END ${type}-----\n`;

  test.each([
    ['', key, 'tls: failed to find any PEM data in certificate input'],
    [
      key,
      key,
      'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
    ],
    [
      pem('FOO', 'X: y\n\nYWJj\n') + pem('BAR'),
      key,
      'tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [FOO BAR]',
    ],
    [pem('CERTIFICATE'), 'x', 'tls: failed to find any PEM data in key input'],
    [
      pem('CERTIFICATE'),
      pem('CERTIFICATE'),
      'tls: found a certificate rather than a key in the PEM for the private key',
    ],
    [
      pem('CERTIFICATE'),
      pem('FOO'),
      'tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [FOO]',
    ],
    [pem('CERTIFICATE', ''), key, 'x509: malformed certificate'],
    [pem('CERTIFICATE', '!!!!\n'), key, 'tls: failed to find any PEM data in certificate input'],
    [` ${pem('CERTIFICATE')}`, key, 'tls: failed to find any PEM data in certificate input'],
  ])('%#', (certificate, secret, text) => {
    expect(keyPairProblem(certificate, secret)?.text).toBe(text);
  });

  test('of a Secret', () => {
    const spec = {
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': 'eA==', 'tls.key': 'eA==' },
      stringData: { 'tls.crt': pem('CERTIFICATE') },
    };
    expect(warnings('v1', 'Secret', spec)).toEqual(['tls: failed to find any PEM data in key input']);
    expect(warnings('v1', 'Secret', { ...spec, type: 'Opaque' })).toEqual([]);
  });
});
