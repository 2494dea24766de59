import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  Adapter,
  AmbassadorPod,
  Dependency,
  InitGatedPod,
  LogSidecar,
  Pod,
  PodDefaults,
  PodPattern,
  PodTemplate,
  Validation,
} from '../../lib';
import { newChart } from '../support/chart';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app:1' };
const resources = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } };
const specOf = (construct: Construct) => ApiObject.of(construct).toJson().spec;

/** The spec of a Pod of ours below defaults. */
function podWith(options: Parameters<PodDefaults['add']>[0], props: object = {}) {
  const chart = newChart();
  PodDefaults.of(chart).add(options);
  return specOf(new Pod(chart, 'web', { main, ...props }).apiObject);
}

function deployment(scope: Construct, spec: object, id = 'web'): ApiObject {
  const template = { metadata: { labels: { app: 'web' } }, spec };
  return new ApiObject(scope, id, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  } as never);
}

describe('what the user set stays', () => {
  test('resources are for containers that have none, in Pods that have none', () => {
    const own = { requests: { cpu: '1' } };
    const spec = podWith(
      { container: { resources } },
      {
        containers: [
          { name: 'b', image: 'b', resources: own },
          { name: 'c', image: 'c', resources: {} },
        ],
        initContainers: [{ name: 'i', image: 'i' }],
      },
    );
    expect([...spec.containers, ...spec.initContainers].map((container: any) => container.resources)).toEqual(
      [resources, own, resources, resources],
    );
    expect(
      podWith({ container: { resources } }, { resources: { limits: { cpu: 1 } } }).containers[0],
    ).toEqual(main);
  });

  test('security contexts are filled in field by field, capabilities by add and drop', () => {
    const securityContext = { runAsNonRoot: false, capabilities: { add: ['NET_BIND_SERVICE'] } };
    const spec = podWith(PodDefaults.restricted(), {
      main: { ...main, securityContext },
      securityContext: { fsGroup: 1 },
    });
    expect(spec.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      runAsNonRoot: false,
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
    });
    expect(spec.securityContext).toEqual({
      fsGroup: 1,
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('secrets, tolerations and volumes are joined, the node selector is merged, other fields are set where there are none', () => {
    const spec = podWith(
      {
        spec: {
          imagePullSecrets: [{ name: 'a' }, { name: 'b' }],
          tolerations: [{ key: 'x', operator: 'Exists' }, { key: 'y' }],
          nodeSelector: { disk: 'ssd', zone: 'a' },
          volumes: [
            { name: 'v', emptyDir: {} },
            { name: 'w', emptyDir: {} },
          ],
          priorityClassName: 'low',
          hostPid: false,
          enableServiceLinks: false,
          dnsConfig: { searches: ['x'] },
        },
      },
      {
        imagePullSecrets: [{ name: 'a' }],
        tolerations: [{ operator: 'Exists', key: 'x' }],
        nodeSelector: { disk: 'hdd' },
        volumes: [{ name: 'v', configMap: { name: 'c' } }],
        hostPid: true,
        dnsConfig: { nameservers: ['1.1.1.1'] },
      },
    );
    expect(spec).toEqual({
      containers: [main],
      imagePullSecrets: [{ name: 'a' }, { name: 'b' }],
      tolerations: [{ key: 'x', operator: 'Exists' }, { key: 'y' }],
      nodeSelector: { disk: 'hdd', zone: 'a' },
      volumes: [
        { name: 'v', configMap: { name: 'c' } },
        { name: 'w', emptyDir: {} },
      ],
      priorityClassName: 'low',
      hostPID: true,
      enableServiceLinks: false,
      dnsConfig: { nameservers: ['1.1.1.1'] },
    });
  });

  test('labels, annotations, variables and the pull policy', () => {
    const chart = newChart();
    PodDefaults.of(chart).add({
      labels: { team: 'a', tier: 'x' },
      annotations: { note: 'n' },
      container: { env: [{ name: 'TZ', value: 'UTC' }], imagePullPolicy: 'Always' },
    });
    const pod = new Pod(chart, 'web', {
      metadata: { labels: { team: 'b' } },
      main: { ...main, env: [{ name: 'TZ', value: 'CET' }] },
      containers: [{ name: 'b', image: 'b', imagePullPolicy: 'Never' }],
    });
    const { metadata, spec } = pod.apiObject.toJson();
    expect(metadata).toEqual({
      name: 'demo-web',
      labels: { team: 'b', tier: 'x' },
      annotations: { note: 'n' },
    });
    expect(spec.containers).toEqual([
      { ...main, imagePullPolicy: 'Always', env: [{ name: 'TZ', value: 'CET' }] },
      { name: 'b', image: 'b', imagePullPolicy: 'Never', env: [{ name: 'TZ', value: 'UTC' }] },
    ]);
  });

  test('and JSON patches count as set', () => {
    const chart = newChart();
    PodDefaults.of(chart).add({ container: { resources } });
    const pod = new Pod(chart, 'web', { main });
    pod.apiObject.addJsonPatch(JsonPatch.add('/spec/containers/0/resources', { limits: { cpu: '1' } }));
    expect(specOf(pod.apiObject).containers[0].resources).toEqual({ limits: { cpu: '1' } });
  });

  test('nothing is filled in that a server would refuse beside it', () => {
    const privileged = podWith(PodDefaults.restricted(), {
      main: { ...main, securityContext: { privileged: true } },
    });
    expect(privileged.containers[0].securityContext).toEqual({
      privileged: true,
      capabilities: { drop: ['ALL'] },
    });
    const windows = podWith(PodDefaults.restricted(), { os: { name: 'windows' } });
    expect(windows).toEqual({
      containers: [main],
      os: { name: 'windows' },
      securityContext: { runAsNonRoot: true },
    });
  });
});

describe('scopes', () => {
  test('the nearest counts, then what was added last; the rest is merged', () => {
    const app = new App();
    const chart = new Chart(app, 'demo', { disableResourceNameHashes: true });
    const pod = new Pod(chart, 'web', { main });
    PodDefaults.of(app).add({ labels: { a: 'app', b: 'app', c: 'app' } });
    PodDefaults.of(chart)
      .add({ labels: { a: 'first', b: 'first' } })
      .add({ labels: { a: 'last' } });
    expect(PodDefaults.of(chart)).toBe(PodDefaults.of(chart));
    expect(pod.apiObject.toJson().metadata.labels).toEqual({ a: 'last', b: 'first', c: 'app' });
  });

  test('kinds and excluded constructs', () => {
    const chart = newChart();
    const [system, own] = [new Construct(chart, 'system'), new Construct(chart, 'own')];
    PodDefaults.of(chart)
      .add({ labels: { team: 'a' }, exclude: [system] })
      .add({ labels: { only: 'deployments' }, kinds: ['Deployment'] });
    for (const scope of [system, own]) {
      new Pod(scope, 'pod', { main });
      deployment(scope, { containers: [main] });
    }
    const labels = (object: any) => (object.spec.template ?? object).metadata.labels;
    expect(Testing.synth(chart).map(labels)).toEqual([
      undefined,
      { app: 'web', only: 'deployments' },
      { team: 'a' },
      { app: 'web', team: 'a', only: 'deployments' },
    ]);
  });
});

describe('patterns', () => {
  test('are added to every workload, keep the order of stages, and get the other defaults', () => {
    const chart = newChart();
    PodDefaults.of(chart).add({
      patterns: [new Adapter({ container: { name: 'metrics', image: 'm' } })],
      container: { resources },
    });
    const pod = new InitGatedPod(chart, 'web', {
      main,
      gate: { waitFor: [Dependency.tcp('db', 1)] },
      initContainers: [{ name: 'own', image: 'own' }],
    });
    const spec = specOf(pod.apiObject);
    expect(spec.initContainers.map(({ name }: { name: string }) => name)).toEqual([
      'init-gate',
      'metrics',
      'own',
    ]);
    expect(spec.initContainers[1]).toEqual({
      name: 'metrics',
      image: 'm',
      restartPolicy: 'Always',
      resources,
    });
    expect(specOf(pod.apiObject)).toEqual(spec);
  });

  test('an error names the object', () => {
    class Broken extends PodPattern {
      applyTo(pod: PodTemplate) {
        pod.mount('nope', { name: 'v', mountPath: '/v' });
      }
    }
    const chart = newChart();
    PodDefaults.of(chart).add({ patterns: [new Broken()] });
    expect(() => new Pod(chart, 'web', { main }).toYaml()).toThrow(
      'demo/web: PodDefaults: the Pod has no container named "nope", only "app"',
    );
  });

  test('containers cannot be defaults', () => {
    expect(() => PodDefaults.of(newChart()).add({ spec: { initContainers: [] } as never })).toThrow(
      atLine(
        'PodDefaults: "spec.initContainers" cannot be a default: add containers with a pattern in "patterns"',
      ),
    );
  });
});

describe('objects of other libraries', () => {
  test('get the defaults, whenever they were made, after the patterns that were added to them', () => {
    const chart = newChart();
    const early = deployment(chart, { containers: [main] }, 'early');
    PodDefaults.of(chart).add({ container: { resources } });
    expect(specOf(early).template.spec.containers[0].resources).toEqual(resources);
    const late = new kplus.Deployment(chart, 'late', { containers: [{ image: 'k:1', resources: {} }] });
    PodTemplate.of(late).add(new Adapter({ container: { name: 'metrics', image: 'm' } }));
    new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
    const [, json] = Testing.synth(chart);
    const { containers, initContainers } = json.spec.template.spec;
    expect([...containers, ...initContainers].map((container: any) => container.resources)).toEqual([
      resources,
      resources,
    ]);
  });

  test('are judged with them, also by a validation further out', () => {
    const app = new App();
    const chart = new Chart(app, 'demo', { disableResourceNameHashes: true });
    Validation.of(app).configure({ podSecurity: 'restricted' });
    PodDefaults.of(chart).add(PodDefaults.restricted());
    deployment(chart, { containers: [main] });
    new Pod(chart, 'pod', { main });
    new AmbassadorPod(chart, 'ambassador', {
      main,
      ambassador: { container: { name: 'p', image: 'p' }, port: 1, localhostOnly: true },
      patterns: [new LogSidecar({ files: ['/l/a'] })],
    });
    expect(
      Validation.of(app)
        .findings()
        .filter(({ level }) => level === 'error'),
    ).toEqual([]);
    expect(() => Testing.synth(chart)).not.toThrow();
  });
});

test('what was applied can be read', () => {
  const chart = newChart();
  PodDefaults.of(chart)
    .add(PodDefaults.restricted())
    .add({
      container: { resources },
      labels: { 'example.com/team': 'a' },
      spec: { imagePullSecrets: [{ name: 'registry' }] },
      patterns: [new LogSidecar({ files: ['/var/log/app/app.log'] })],
      exclude: [new Pod(chart, 'left-alone', { main })],
    });
  new Pod(chart, 'web', { main: { ...main, resources }, imagePullSecrets: [{ name: 'own' }] });
  deployment(chart, { containers: [main] }, 'plain');
  new kplus.Job(chart, 'job', { containers: [{ image: 'j:1' }] });
  const applied = PodDefaults.of(chart).applied();
  expect(applied).toMatchSnapshot();
  expect(PodDefaults.of(chart).applied()).toEqual(applied);
  expect(PodDefaults.of(newChart()).applied()).toEqual([]);
});

test('what changes after it was validated is judged again, with its defaults', () => {
  const chart = newChart();
  const pod = new Pod(chart, 'web', { main });
  PodDefaults.of(chart).add({ labels: { team: 'a' } });
  const passed = Testing.synth(chart);
  expect(passed).toEqual([pod.apiObject.toJson()]);
  chart.node.validate();
  pod.node.validate();
  PodDefaults.of(chart).add({ labels: { tier: 'not valid' } });
  expect(() => pod.apiObject.toJson()).toThrow('was changed after validation and is now invalid');
});

test('what becomes invalid by defaults is refused', () => {
  const chart = newChart();
  new Pod(chart, 'web', { main });
  PodDefaults.of(chart).add({ labels: { team: 'not valid' } });
  expect(() => Testing.synth(chart)).toThrow('metadata.labels: Invalid value: "not valid"');
});
