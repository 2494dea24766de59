import { Chart, Testing } from 'cdk8s';
import { ConfigReloader, ConfigReloaders, Deployment, type K8sSidecarOptions } from '../../../lib';

const collector = (options: Partial<K8sSidecarOptions> = {}) =>
  ConfigReloaders.k8sSidecar({ label: 'grafana_dashboard', folder: '/dashboards', ...options });

function synth(options: Partial<K8sSidecarOptions> = {}, namespace?: string) {
  const chart = new Chart(Testing.app(), 'grafana', { namespace });
  const patterns = [new ConfigReloader(collector(options))];
  const main = { name: 'grafana', image: 'grafana/grafana:11.4.0' };
  new Deployment(chart, 'grafana', { pod: { main, serviceAccountName: 'grafana', patterns } });
  return chart.toJson();
}

test('it fills a directory that main reads, and main starts when that is complete', () => {
  const { spec } = synth()[2].spec.template;
  const [sidecar] = spec.initContainers;
  expect(spec.containers[0].volumeMounts).toEqual([
    { name: 'k8s-sidecar-files', mountPath: '/dashboards', readOnly: true },
  ]);
  expect(sidecar).toMatchObject({
    restartPolicy: 'Always',
    env: [
      { name: 'LABEL', value: 'grafana_dashboard' },
      { name: 'FOLDER', value: '/dashboards' },
      { name: 'HEALTH_PORT', value: '8089' },
    ],
    startupProbe: { httpGet: { path: '/healthz', port: 8089 } },
  });
  expect(sidecar.volumeMounts).toEqual([
    { name: 'k8s-sidecar-tmp', mountPath: '/tmp' },
    { name: 'k8s-sidecar-files', mountPath: '/dashboards' },
  ]);
});

test.each<[Partial<K8sSidecarOptions>, string[]]>([
  [{ labelValue: '1' }, ['LABEL_VALUE=1']],
  [{ resource: 'both' }, ['RESOURCE=both']],
  [{ url: 'http://127.0.0.1:3000/reload' }, ['REQ_URL=http://127.0.0.1:3000/reload', 'REQ_METHOD=POST']],
  [{ url: 'http://127.0.0.1/', method: 'GET' }, ['REQ_METHOD=GET']],
  [{ allNamespaces: true, namespace: 'a' }, ['NAMESPACE=ALL']],
  [{ healthPort: 9 }, ['HEALTH_PORT=9']],
])('%j becomes variables', (options, variables) => {
  const env = collector(options)
    .toContainer()
    .env!.map(({ name, value }) => `${name}=${value}`);
  expect(env).toEqual(expect.arrayContaining(variables));
});

test.each([
  ['configmap', ['configmaps']],
  ['secret', ['secrets']],
  ['both', ['configmaps', 'secrets']],
] as const)('its role lets it read %s', (resource, resources) => {
  const [role, binding] = synth({ resource }, 'monitoring');
  expect(role).toMatchObject({
    kind: 'Role',
    metadata: { namespace: 'monitoring' },
    rules: [{ apiGroups: [''], resources, verbs: ['get', 'list', 'watch'] }],
  });
  expect(binding).toMatchObject({
    kind: 'RoleBinding',
    metadata: { namespace: 'monitoring' },
    roleRef: { kind: 'Role', name: role.metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: 'grafana', namespace: 'monitoring' }],
  });
});

test('in all namespaces, it has a role of the cluster', () => {
  const [role, binding] = synth({ allNamespaces: true }, 'monitoring');
  expect([role, binding].map(({ kind, metadata }) => [kind, metadata.namespace])).toEqual([
    ['ClusterRole', undefined],
    ['ClusterRoleBinding', undefined],
  ]);
});

test('without RBAC there are no objects beside the Pod', () => {
  expect(synth({ rbac: false }).map(({ kind }) => kind)).toEqual(['Deployment']);
});

test.each<[Partial<K8sSidecarOptions>, string]>([
  [{ label: 'a b' }, '"label" is "a b": use the key of a label'],
  [{ labelValue: 'a b' }, '"labelValue" is "a b": use a value that a label can have'],
  [{ folder: 'dashboards' }, '"folder" is "dashboards": use an absolute path'],
  [{ url: 'grafana' }, '"url" is "grafana"'],
  [{ method: 'GET' }, '"method" is set without "url"'],
  [{ healthPort: 0 }, '"healthPort" is 0'],
])('%j is refused', (options, message) => {
  expect(() => collector(options)).toThrow(message);
});
