import { App, Chart, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  CronJob,
  DaemonSet,
  Deployment,
  EnvVars,
  Job,
  LogSidecar,
  Pod,
  ReplicaSet,
  StatefulSet,
  Volumes,
  type Workload,
} from '../../lib';
import { newChart } from '../support/chart';

const main = { name: 'app', image: 'nginx', ports: [{ containerPort: 80 }] };
const labels = { app: 'web' };
const pod = { main, metadata: { labels } };

const ALL: readonly [string, (chart: Chart) => Workload][] = [
  ['Pod', (chart) => new Pod(chart, 'web', pod)],
  ['Deployment', (chart) => new Deployment(chart, 'web', { pod })],
  ['ReplicaSet', (chart) => new ReplicaSet(chart, 'web', { pod })],
  ['StatefulSet', (chart) => new StatefulSet(chart, 'web', { pod })],
  ['DaemonSet', (chart) => new DaemonSet(chart, 'web', { pod })],
  ['Job', (chart) => new Job(chart, 'web', { pod })],
  ['CronJob', (chart) => new CronJob(chart, 'web', { schedule: '@daily', pod })],
];

const SCALABLE: readonly [
  string,
  (chart: Chart, replicas?: number) => Deployment | ReplicaSet | StatefulSet,
][] = [
  ['Deployment', (chart, replicas) => new Deployment(chart, 'web', { replicas, pod })],
  ['ReplicaSet', (chart, replicas) => new ReplicaSet(chart, 'web', { replicas, pod })],
  ['StatefulSet', (chart, replicas) => new StatefulSet(chart, 'web', { replicas, pod })],
];

/** The object of a kind in what a chart makes. */
const synthesized = (chart: Chart, kind: string) =>
  Testing.synth(chart).find((manifest: { kind: string }) => manifest.kind === kind);

describe.each(ALL)('a %s', (_, make) => {
  test('is selected by a Service', () => {
    const chart = newChart();
    new kplus.Service(chart, 'service', { selector: make(chart), ports: [{ port: 80 }] });
    expect(synthesized(chart, 'Service').spec.selector).toEqual(labels);
  });

  test('is selected by a NetworkPolicy, and a peer of one', () => {
    const chart = newChart();
    const workload = make(chart);
    new kplus.NetworkPolicy(chart, 'policy', {
      selector: workload,
      ingress: { rules: [{ peer: workload }] },
      egress: { rules: [{ peer: workload }] },
    });
    const { podSelector, ingress, egress } = synthesized(chart, 'NetworkPolicy').spec;
    expect(podSelector).toEqual({ matchLabels: labels });
    expect(ingress).toEqual([{ from: [{ podSelector: { matchLabels: labels } }], ports: [] }]);
    expect(egress).toEqual([{ to: [{ podSelector: { matchLabels: labels } }], ports: [] }]);
  });

  test('is the subject of a RoleBinding by its service account', () => {
    const chart = new Chart(new App(), 'demo', { namespace: 'prod' });
    new kplus.Role(chart, 'role').bind(make(chart));
    expect(synthesized(chart, 'RoleBinding').subjects).toEqual([
      { kind: 'ServiceAccount', apiGroup: '', name: 'default', namespace: 'prod' },
    ]);
  });

  test('without a namespace is no subject', () => {
    expect(() => make(newChart()).toSubjectConfiguration()).toThrow(
      'demo/web has no namespace, which a role binding needs: set metadata.namespace, or the namespace of the chart',
    );
  });

  test('has a selector for objects such as a PodDisruptionBudget', () => {
    const chart = newChart();
    new kplus.k8s.KubePodDisruptionBudget(chart, 'budget', {
      spec: { selector: make(chart).selector, maxUnavailable: kplus.k8s.IntOrString.fromNumber(1) },
    });
    expect(synthesized(chart, 'PodDisruptionBudget').spec).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: labels },
    });
  });
});

test('a workload is selected in its namespace', () => {
  const web = new Deployment(newChart(), 'web', { metadata: { namespace: 'prod' }, pod });
  expect(web.toPodSelectorConfig().namespaces).toEqual({ names: ['prod'] });
});

test('the service account that the Pods have is the subject', () => {
  const chart = new Chart(new App(), 'demo', { namespace: 'prod' });
  const account = new kplus.ServiceAccount(chart, 'account');
  const web = new Deployment(chart, 'web', { pod: { ...pod, serviceAccountName: account.name } });
  expect(web.toSubjectConfiguration().name).toBe(account.name);
});

test('an Ingress leads to a workload through its Service', () => {
  const chart = newChart();
  const service = new kplus.Service(chart, 'service', {
    selector: new Deployment(chart, 'web', { pod }),
    ports: [{ port: 80 }],
  });
  service.exposeViaIngress('/api');
  new kplus.Ingress(chart, 'ingress').addRule('/', kplus.IngressBackend.fromService(service));
  const backends = Testing.synth(chart)
    .filter(({ kind }: { kind: string }) => kind === 'Ingress')
    .map((ingress: any) => ingress.spec.rules[0].http.paths[0].backend.service.name);
  expect(backends).toEqual(['demo-service', 'demo-service']);
});

describe('what is selected by', () => {
  test("is the selector alone, so that the Pods' other labels may change", () => {
    const web = new Deployment(newChart(), 'web', {
      selector: { matchLabels: labels },
      pod: { main, metadata: { labels: { version: '2' } } },
    });
    expect(web.toPodSelectorConfig().labelSelector._toKube()).toMatchObject({ matchLabels: labels });
  });

  test("is the Pods' labels where the selector has expressions, which a Service cannot have", () => {
    const selector = { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'www'] }] };
    const web = new Deployment(newChart(), 'web', { selector, pod });
    expect(web.selector).toBe(selector);
    expect(web.toPodSelectorConfig().labelSelector._toKube()).toMatchObject({ matchLabels: labels });
    expect(() =>
      new Deployment(newChart(), 'web', { selector, pod: { main } }).toPodSelectorConfig(),
    ).toThrow('demo/web has no labels to select its Pods by: set pod.metadata.labels');
  });
});

describe.each(SCALABLE)('a HorizontalPodAutoscaler scales a %s', (kind, make) => {
  test('that has no replicas', () => {
    const chart = newChart();
    const target = make(chart);
    expect(target.hasAutoscaler).toBe(false);
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', {
      target,
      maxReplicas: 5,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
    });
    expect(target.hasAutoscaler).toBe(true);
    expect(synthesized(chart, 'HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind,
      name: 'demo-web',
    });
  });

  test('and says so of one with replicas', () => {
    const app = new App();
    const chart = new Chart(app, 'demo');
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', {
      target: make(chart, 3),
      maxReplicas: 5,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
    });
    expect(() => app.synthYaml()).toThrow(
      'HorizontalPodAutoscaler target cannot have a fixed number of replicas (3)',
    );
  });
});

test('an autoscaler sees the resources of main and native sidecars', () => {
  const resources = { requests: { cpu: '250m', memory: '64Mi' }, limits: { cpu: 1.5 } };
  const web = new Deployment(newChart(), 'web', {
    pod: {
      main: { ...main, resources },
      initContainers: [{ name: 'init', image: 'a' }],
      patterns: [new LogSidecar({ files: ['/logs/a.log'] })],
    },
  });
  const { containers }: kplus.ScalingTarget = web.toScalingTarget();
  expect(containers.map(({ name }) => name)).toEqual(['app', 'log-sidecar']);
  const cpu = { request: kplus.Cpu.millis(250), limit: kplus.Cpu.millis(1500) };
  expect(containers[0].resources).toEqual({ cpu, memory: { request: Size.kibibytes(65536) } });
  const bare = new Deployment(newChart(), 'web', { pod });
  expect(bare.toScalingTarget().containers[0].resources).toEqual({ cpu: {}, memory: {} });
});

test('without metrics an autoscaler asks for resources, and takes those of ours', () => {
  const build = (resources: object) => {
    const app = new App();
    const chart = new Chart(app, 'demo');
    const target = new Deployment(chart, 'web', { pod: { main: { ...main, resources } } });
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target, maxReplicas: 5 });
    return app.synthYaml();
  };
  expect(build({ requests: { cpu: '10m' } })).toContain('maxReplicas: 5');
  expect(() => build({})).toThrow(
    'every container in the target must have a CPU or memory resource constraint defined',
  );
});

describe('objects of cdk8s-plus where a name is', () => {
  const build = () => {
    const chart = newChart();
    const config = new kplus.ConfigMap(chart, 'config', { data: { level: 'info' } });
    const secret = new kplus.Secret(chart, 'secret', { stringData: { password: 'x' } });
    const claim = new kplus.PersistentVolumeClaim(chart, 'claim', {
      storage: Size.gibibytes(1),
      accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
    });
    const account = new kplus.ServiceAccount(chart, 'account');
    return { chart, config, secret, claim, account };
  };

  test('a volume of each', () => {
    const { config, secret, claim } = build();
    expect(Volumes.fromConfigMap('config', config)).toEqual({
      name: 'config',
      configMap: { name: 'demo-config' },
    });
    expect(Volumes.fromConfigMap('config', config, { optional: true, defaultMode: 0o400 })).toEqual({
      name: 'config',
      configMap: { name: 'demo-config', optional: true, defaultMode: 256 },
    });
    expect(Volumes.fromSecret('keys', secret, { items: [{ key: 'password', path: 'pw' }] })).toEqual({
      name: 'keys',
      secret: { secretName: 'demo-secret', items: [{ key: 'password', path: 'pw' }] },
    });
    expect(Volumes.fromPersistentVolumeClaim('data', claim)).toEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'demo-claim' },
    });
    expect(Volumes.fromPersistentVolumeClaim('data', claim, { readOnly: true })).toEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'demo-claim', readOnly: true },
    });
  });

  test('environment variables of each', () => {
    const { config, secret } = build();
    expect(EnvVars.fromConfigMap('LEVEL', config, 'level')).toEqual({
      name: 'LEVEL',
      valueFrom: { configMapKeyRef: { name: 'demo-config', key: 'level' } },
    });
    expect(EnvVars.fromSecret('PASSWORD', secret, 'password', { optional: true })).toEqual({
      name: 'PASSWORD',
      valueFrom: { secretKeyRef: { name: 'demo-secret', key: 'password', optional: true } },
    });
    expect(EnvVars.allFromConfigMap(config, { prefix: 'APP_' })).toEqual({
      prefix: 'APP_',
      configMapRef: { name: 'demo-config' },
    });
    expect(EnvVars.allFromSecret(secret, { optional: true })).toEqual({
      secretRef: { name: 'demo-secret', optional: true },
    });
  });

  test('objects that are only known by name are taken, too', () => {
    const chart = newChart();
    expect(Volumes.fromConfigMap('c', kplus.ConfigMap.fromConfigMapName(chart, 'c', 'known'))).toEqual({
      name: 'c',
      configMap: { name: 'known' },
    });
    expect(EnvVars.allFromSecret(kplus.Secret.fromSecretName(chart, 's', 'known'))).toEqual({
      secretRef: { name: 'known' },
    });
  });

  test('a workload with all of them is accepted', () => {
    const { chart, config, secret, claim, account } = build();
    const web = new Deployment(chart, 'web', {
      pod: {
        main: {
          ...main,
          env: [EnvVars.fromConfigMap('LEVEL', config, 'level')],
          envFrom: [EnvVars.allFromSecret(secret, { prefix: 'SECRET_' })],
          volumeMounts: [
            { name: 'data', mountPath: '/data' },
            { name: 'config', mountPath: '/config' },
            { name: 'keys', mountPath: '/keys' },
          ],
        },
        volumes: [
          Volumes.fromPersistentVolumeClaim('data', claim),
          Volumes.fromConfigMap('config', config),
          Volumes.fromSecret('keys', secret),
        ],
        serviceAccountName: account.name,
        imagePullSecrets: [{ name: secret.name }],
      },
    });
    expect(web.toYaml()).toContain('serviceAccountName: demo-account');
  });
});
