import { Testing } from 'cdk8s';
import { AuthProxies, AuthProxy, Deployment, type KubeRbacProxyOptions } from '../../../lib';
import { atLine } from '../../support/at-line';

const proxy = (options: Partial<KubeRbacProxyOptions> = {}) =>
  AuthProxies.kubeRbacProxy({ upstreamPort: 8080, ...options });

function synth(options: Partial<KubeRbacProxyOptions>, spec: object = {}) {
  const chart = Testing.chart();
  const patterns = [new AuthProxy({ container: proxy(options) })];
  new Deployment(chart, 'api', { pod: { main: { name: 'api', image: 'api:1' }, ...spec, patterns } });
  return Testing.synth(chart) as any[];
}

test('the container', () => {
  expect(proxy().toContainer()).toMatchObject({
    args: [
      '--secure-listen-address=:8443',
      '--upstream=http://127.0.0.1:8080/',
      '--proxy-endpoints-port=8643',
    ],
    ports: [{ containerPort: 8443 }],
    readinessProbe: { httpGet: { path: '/healthz', port: 8643, scheme: 'HTTPS' } },
    securityContext: { runAsUser: 65532 },
  });
});

test.each<[Partial<KubeRbacProxyOptions>, string[]]>([
  [{ allowPaths: ['/metrics', '/a,b'] }, ['--allow-paths=/metrics', '--allow-paths="/a,b"']],
  [{ ignorePaths: ['/healthz'] }, ['--ignore-paths=/healthz']],
  [{ audiences: ['api'] }, ['--auth-token-audiences=api']],
  [
    { tlsSecret: 'tls' },
    [
      '--tls-cert-file=/etc/kube-rbac-proxy-tls/tls.crt',
      '--tls-private-key-file=/etc/kube-rbac-proxy-tls/tls.key',
    ],
  ],
])('%j becomes arguments', (options, args) => {
  expect(proxy(options).toContainer().args).toEqual(expect.arrayContaining(args));
});

test('a resource is in the configuration file', () => {
  const resource = { resource: 'services', subresource: 'proxy', name: 'yes', namespace: 'shop' };
  const companion = proxy({ resource });
  expect(companion.toContainer().args).toContain('--config-file=/etc/kube-rbac-proxy/config.yaml');
  expect(companion.toConfigFiles()).toEqual({
    'config.yaml': `authorization:
  resourceAttributes:
    resource: services
    subresource: proxy
    name: "yes"
    namespace: shop
`,
  });
});

test('it may review tokens and access', () => {
  const [role, binding] = synth({ namespace: 'shop' });
  expect(role.rules).toEqual([
    { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
    { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
  ]);
  expect(binding).toMatchObject({
    kind: 'ClusterRoleBinding',
    roleRef: { kind: 'ClusterRole', name: role.metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: 'shop' }],
  });
});

test('without RBAC there are no objects beside the Pod', () => {
  expect(synth({ rbac: false }).map(({ kind }) => kind)).toEqual(['Deployment']);
});

test('the namespace of the service account has to be known', () => {
  expect(() => synth({})).toThrow(
    'companion "kube-rbac-proxy": its ClusterRoleBinding needs the namespace of the Pod\'s service account',
  );
});

test('a Pod without the token of its service account is refused', () => {
  expect(() => synth({ namespace: 'a' }, { automountServiceAccountToken: false })).toThrow(
    atLine(
      'companion "kube-rbac-proxy" uses the Kubernetes API, but the Pod has automountServiceAccountToken: false',
    ),
  );
});

test.each<[Partial<KubeRbacProxyOptions>, string]>([
  [{ allowPaths: ['/a'], ignorePaths: ['/b'] }, '"allowPaths" and "ignorePaths" are both set'],
  [{ allowPaths: [] }, '"allowPaths" is []'],
  [{ ignorePaths: ['healthz'] }, '"ignorePaths" is "healthz": start it with "/"'],
  [{ healthPort: 8443 }, '"port" and "healthPort" are both 8443'],
  [{ port: 0 }, '"port" is 0'],
  [{ resource: { resource: '' } }, '"resource.resource" is ""'],
])('%j is refused', (options, message) => {
  expect(() => proxy(options)).toThrow(message);
});
