import { App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  AdapterPod,
  AmbassadorPod,
  Dependency,
  InitGatedPod,
  LogSidecar,
  Pod,
  SidecarLogPod,
} from '../../lib';
import { newChart } from '../support/chart';

const main = { name: 'app', image: 'nginx' };

test("the name is the namer's, the labels are the chart's and the Pod's own", () => {
  const chart = new Chart(new App(), 'demo', { labels: { team: 'a' }, namespace: 'prod' });
  const pod = new Pod(chart, 'web', { metadata: { labels: { app: 'web' } }, main });
  expect(pod.name).toMatch(/^demo-web-c[0-9a-f]{7}$/);
  expect(pod.apiObject.toJson()).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: pod.name, namespace: 'prod', labels: { team: 'a', app: 'web' } },
    spec: { containers: [main] },
  });
});

test('nothing is added to what was asked for', () => {
  expect(new Pod(newChart(), 'web', { main }).apiObject.toJson()).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'demo-web' },
    spec: { containers: [main] },
  });
});

test('what is added after the Pod was made is rendered, and rendering can be repeated', () => {
  const pod = new Pod(newChart(), 'web', { main });
  pod.template.add(new LogSidecar({ files: ['/var/log/app/app.log'] }));
  pod.template.addLabel('late', 'yes');
  pod.apiObject.metadata.addAnnotation('a', 'b');
  const first = pod.apiObject.toJson();
  expect(first.spec.initContainers).toHaveLength(1);
  expect(first.metadata).toEqual({ name: 'demo-web', labels: { late: 'yes' }, annotations: { a: 'b' } });
  expect(pod.apiObject.toJson()).toEqual(first);
});

test('nulls and empty maps that the user wrote stay', () => {
  const pod = new Pod(newChart(), 'web', {
    metadata: { creationTimestamp: null, labels: {} },
    main: { ...main, resources: {} },
    status: {},
  });
  expect(pod.apiObject.toJson()).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'demo-web', creationTimestamp: null, labels: {} },
    spec: { containers: [{ ...main, resources: {} }] },
    status: {},
  });
});

test('keys are sorted, as in everything that cdk8s writes', () => {
  const { spec } = new Pod(newChart(), 'web', {
    restartPolicy: 'Never',
    main: { name: 'b', image: 'a' },
  }).apiObject.toJson();
  expect(Object.keys(spec)).toEqual(['containers', 'restartPolicy']);
  expect(Object.keys(spec.containers[0])).toEqual(['image', 'name']);
});

test('JSON patches are applied last', () => {
  const pod = new Pod(newChart(), 'web', { main });
  pod.apiObject.addJsonPatch(
    JsonPatch.add('/spec/hostNetwork', true),
    JsonPatch.replace('/metadata/name', 'patched'),
  );
  expect(pod.apiObject.toJson()).toMatchObject({
    metadata: { name: 'patched' },
    spec: { hostNetwork: true },
  });
});

test('lazy values, tokens and number-or-string classes of cdk8s imports become values', () => {
  const image = Lazy.any({ produce: () => 'lazy:1' }) as never;
  const token = {
    name: 'TOKEN',
    value: Object.assign(
      new (class Token {
        resolve() {
          return 'resolved';
        }
      })(),
    ) as never,
  };
  const port = new (class IntOrString {
    constructor(readonly value: number) {}
  })(8080) as never;
  const pod = new Pod(newChart(), 'web', {
    main: { name: 'app', image, env: [token], livenessProbe: { tcpSocket: { port } } },
  });
  expect(pod.apiObject.toJson().spec.containers[0]).toEqual({
    name: 'app',
    image: 'lazy:1',
    env: [{ name: 'TOKEN', value: 'resolved' }],
    livenessProbe: { tcpSocket: { port: 8080 } },
  });
});

test('resolvers of the app see every value', () => {
  const app = new App({
    resolvers: [
      {
        resolve: (context) => {
          if (context.value === 'nginx') context.replaceValue('mirror/nginx');
        },
      },
    ],
  });
  expect(new Pod(new Chart(app, 'demo'), 'web', { main }).apiObject.toJson().spec.containers[0].image).toBe(
    'mirror/nginx',
  );
});

test('a value that is no data is refused with its place', () => {
  const pod = new Pod(newChart(), 'web', { main: { ...main, args: [new Date(0) as never] } });
  expect(() => pod.apiObject.toJson()).toThrow(
    'spec.containers[0].args[0] is an instance of Date: a manifest can only contain plain values',
  );
});

test('toYaml gives the manifest, or throws with all findings', () => {
  expect(new Pod(newChart(), 'web', { main }).toYaml()).toBe(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: demo-web\nspec:\n  containers:\n    - image: nginx\n      name: app\n',
  );
  const broken = new Pod(newChart(), 'web', { main: { name: 'App', image: '' } });
  expect(() => broken.toYaml()).toThrow(
    /^demo\/web is invalid: Pod demo-web \(test\/workload\/pod\.test\.ts:\d+:\d+\)\n {4}spec\.containers\[0\]\.name: .*\n.*\n {4}spec\.containers\[0\]\.image: Required value/,
  );
});

test('the four constructs are Pods of their patterns', () => {
  const chart = newChart();
  const gate = { waitFor: [Dependency.tcp('db', 5432)] };
  new SidecarLogPod(chart, 'log', { main, sidecar: { files: ['/logs/app.log'] }, patterns: [] });
  new AdapterPod(chart, 'adapter', { main, adapter: { container: { name: 'adapter', image: 'a' } } });
  new AmbassadorPod(chart, 'ambassador', {
    main,
    ambassador: { container: { name: 'proxy', image: 'p' }, port: 1 },
  });
  new InitGatedPod(chart, 'gated', {
    main,
    gate,
    restartPolicy: 'OnFailure',
    patterns: [new LogSidecar({ files: ['/logs/app.log'] })],
  });
  const inits = Testing.synth(chart).map((manifest: { spec: { initContainers: { name: string }[] } }) =>
    manifest.spec.initContainers.map(({ name }) => name),
  );
  expect(inits).toEqual([['log-sidecar'], ['adapter'], ['proxy'], ['init-gate', 'log-sidecar']]);
});

describe('with cdk8s-plus', () => {
  test('a Service takes the Pod by its labels', () => {
    const chart = newChart();
    const pod = new Pod(chart, 'web', { metadata: { labels: { app: 'web' } }, main });
    const service = new kplus.Service(chart, 'svc', { selector: pod, ports: [{ port: 80 }] });
    expect(kplus.k8s.KubeService.isConstruct(service)).toBe(true);
    expect(Testing.synth(chart)[1].spec.selector).toEqual({ app: 'web' });
  });

  test('a NetworkPolicy selects it in its namespace', () => {
    const chart = newChart();
    const pod = new Pod(chart, 'web', { metadata: { namespace: 'prod', labels: { app: 'web' } }, main });
    expect(pod.toPodSelectorConfig().namespaces).toEqual({ names: ['prod'] });
    new kplus.NetworkPolicy(chart, 'policy', { selector: pod });
    expect(Testing.synth(chart)[1].spec.podSelector).toEqual({ matchLabels: { app: 'web' } });
  });

  test('without labels there is nothing to select by', () => {
    const pod = new Pod(newChart(), 'web', { main });
    expect(() => pod.toPodSelectorConfig()).toThrow(
      'demo/web has no labels to select it by: set metadata.labels',
    );
  });
});
