import type { Container } from '../../lib/k8s';
import { configYaml } from './base/yaml';
import { UNPRIVILEGED } from '../blocks/hardening';
import { csvItem, flags } from './base/args';
import { ApiClient } from './base/api-client';
import { mountedSecret } from './base/mounted-secret';
import { OptionCheck } from './base/option-check';
import type { Companion } from './companion';
import type { KubeRbacProxyOptions, KubeRbacProxyResource } from './kube-rbac-proxy/options';

const NAME = 'kube-rbac-proxy';
const FILE = 'config.yaml';
const DIRECTORY = '/etc/kube-rbac-proxy';
const TLS = '/etc/kube-rbac-proxy-tls';

/** Makes the authorization. */
export function kubeRbacProxy(options: KubeRbacProxyOptions): Companion {
  assertValid(options);
  const { upstreamPort, port = 8443, healthPort = 8643, tlsSecret, resource, rbac = true } = options;
  const httpGet = { path: '/healthz', port: healthPort, scheme: 'HTTPS' as const };
  const { volumes, volumeMounts } = mountedSecret(`${options.name ?? NAME}-tls`, TLS, tlsSecret);
  const container: Container = {
    name: NAME,
    image: 'quay.io/brancz/kube-rbac-proxy:v0.21.0',
    args: argsOf(options, port, healthPort),
    ports: [{ containerPort: port }],
    readinessProbe: { httpGet },
    livenessProbe: { httpGet },
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
    securityContext: { ...UNPRIVILEGED, runAsUser: 65532, runAsGroup: 65532 },
    volumeMounts,
  };
  const config = resource && { mountPath: DIRECTORY, files: { [FILE]: configOf(resource) } };
  const access = rbac ? { rules: RULES, clusterWide: true, namespace: options.namespace } : undefined;
  return new ApiClient(
    { container, listenPorts: [healthPort], upstreamPort, volumes, config },
    options,
    access,
  );
}

/** Review of tokens and of what their users may do (system:auth-delegator). */
const RULES = [
  { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
  { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
];

function argsOf(options: KubeRbacProxyOptions, port: number, healthPort: number): string[] {
  const { upstreamPort, resource, tlsSecret, allowPaths, ignorePaths, audiences } = options;
  return flags({
    'secure-listen-address': `:${port}`,
    upstream: `http://127.0.0.1:${upstreamPort}/`,
    'proxy-endpoints-port': healthPort,
    'config-file': resource && `${DIRECTORY}/${FILE}`,
    'allow-paths': allowPaths?.map(csvItem),
    'ignore-paths': ignorePaths?.map(csvItem),
    'auth-token-audiences': audiences?.map(csvItem),
    ...(tlsSecret === undefined
      ? {}
      : { 'tls-cert-file': `${TLS}/tls.crt`, 'tls-private-key-file': `${TLS}/tls.key` }),
  });
}

const configOf = (resource: KubeRbacProxyResource) =>
  configYaml({ authorization: { resourceAttributes: resource } });

function assertValid(options: KubeRbacProxyOptions): void {
  const check = new OptionCheck('AuthProxies.kubeRbacProxy');
  const { port = 8443, healthPort = 8643, upstreamPort, allowPaths, ignorePaths } = options;
  const ports = { port, healthPort, upstreamPort };
  Object.entries(ports).forEach(([option, value]) => check.port(option, value));
  check.differ(ports);
  check.notEmpty('allowPaths', allowPaths, 'one path, or leave it out to allow all');
  if (allowPaths && ignorePaths) {
    check.contradiction(
      '"allowPaths" and "ignorePaths" are both set: kube-rbac-proxy takes only one of them',
    );
  }
  for (const [option, paths = []] of Object.entries({ allowPaths, ignorePaths })) {
    paths
      .filter((path) => !path.startsWith('/'))
      .forEach((path) => check.fail(option, path, 'start it with "/"; "*" stands for one segment'));
  }
  check.notEmpty('resource.resource', options.resource?.resource, 'its plural, such as "services"');
}
