import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Include } from 'cdk8s';
import '../../lib/testing/jest';
import { LogSidecar, PodDefaults, PodTemplate, Validation } from '../../lib';
import { newChart } from '../support/chart';

const container = '{name: a, image: "nginx:1.27"}';
const pod = (name: string, spec = `{containers: [${container}]}`) =>
  `- apiVersion: v1\n  kind: Pod\n  metadata: {name: ${name}, namespace: team}\n  spec: ${spec}\n`;
const deployment = `- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: api}
  spec:
    selector: {matchLabels: {app: a}}
    template:
      metadata: {labels: {app: a}}
      spec: {containers: [${container}]}
`;
const configMap = '- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: config}\n  data: {a: b}\n';
const list = (...items: string[]) => `apiVersion: v1\nkind: List\nitems:\n${items.join('')}`;

function included(text: string) {
  const url = join(mkdtempSync(join(tmpdir(), 'list-')), 'list.yaml');
  writeFileSync(url, text);
  const chart = newChart();
  return { chart, include: new Include(chart, 'file', { url }) };
}

const findingsIn = (text: string) =>
  Validation.of(included(text).chart)
    .configure({ rules: { resources: 'off' } })
    .findings()
    .map(({ resource, path, rule, construct }) => [
      construct?.path,
      resource.kind,
      resource.name,
      path,
      rule,
    ]);

const PATH = 'demo/file/object0-list';

test('the items of a list are judged one by one', () => {
  expect(findingsIn(list(configMap, pod('web')))).toEqual([]);
  expect(findingsIn(list(configMap, pod('web', '{containers: [{name: A, image: a:1}]}')))).toEqual([
    [PATH, 'Pod', 'web', 'spec.containers[0].name', 'container-name'],
  ]);
});

test('a list of one kind needs neither kind nor apiVersion in its items', () => {
  const typed = (key: string) =>
    `apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n  ${key}: {x: "y"}\n- ${configMap.slice(2)}`;
  expect(findingsIn(typed('data'))).toEqual([]);
  expect(findingsIn(typed('date'))).toEqual([
    ['demo/file/object0-configmaplist', 'ConfigMap', 'a', 'date', 'unknown-field'],
  ]);
});

test('synth writes the list as it is, and fails for an item', () => {
  const { chart } = included(list(configMap, pod('web')));
  Validation.of(chart).configure({ report: 'none' });
  expect(chart.toJson()).toMatchObject([{ kind: 'List', items: [{ kind: 'ConfigMap' }, { kind: 'Pod' }] }]);
  const bad = included(list(pod('web', '{containers: []}')));
  Validation.of(bad.chart);
  expect(() => bad.chart.toJson()).toThrow('spec.containers: Required value (pod-containers)');
});

test("a Namespace's labels in a list count", () => {
  const namespace =
    '- apiVersion: v1\n  kind: Namespace\n  metadata: {name: team, labels: {pod-security.kubernetes.io/enforce: restricted}}\n';
  expect(findingsIn(list(namespace, pod('web'))).map((finding) => finding.at(-1))).toContain(
    'pod-security-run-as-non-root',
  );
});

test('matchers see the items', () => {
  const { include } = included(list(configMap, pod('web')));
  expect(include).toBeValidManifests({ rules: { resources: 'off' } });
  expect(include).toHaveResource('ConfigMap', 'config', { data: { a: 'b' } });
  expect(include).toHaveContainer('a');
});

describe('patterns', () => {
  const add = (text: string) => {
    const { chart, include } = included(text);
    PodTemplate.of(include).add(new LogSidecar({ files: ['/var/log/a/a.log'] }));
    return chart.toJson() as any[];
  };

  test('are added to the only Pod of a list', () => {
    const [{ items }] = add(list(configMap, pod('web')));
    expect(items).toHaveLength(2);
    expect(items[0].data).toEqual({ a: 'b' });
    expect(items[1].spec).toMatchObject({
      initContainers: [{ name: 'log-sidecar' }],
      containers: [{ name: 'a', volumeMounts: [{ mountPath: '/var/log/a' }] }],
    });
    const [{ items: typed }] = add(
      `apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n  spec: {containers: [${container}]}\n`,
    );
    expect(typed[0].spec.initContainers).toHaveLength(1);
  });

  test('are added to the template of a workload in a list', () => {
    const [{ items }] = add(list(deployment));
    expect(items[0].spec.template.spec.initContainers).toMatchObject([{ name: 'log-sidecar' }]);
  });

  test('of several Pods, none can be chosen', () => {
    expect(() => add(list(pod('a'), deployment))).toThrow(
      `PodTemplate.of: ${PATH} (v1 List) contains 2 Pods: write the items of the list as documents of their own`,
    );
  });

  test('a list without a Pod', () => {
    expect(() => add(list(configMap))).toThrow('PodTemplate.of: demo/file contains no Pod');
  });

  test('defaults reach each Pod, by its own kind', () => {
    const { chart } = included(list(pod('a'), configMap, deployment, pod('b')));
    PodDefaults.of(chart).add({ kinds: ['Pod'], spec: { priorityClassName: 'high' } } as never);
    const [{ items }] = chart.toJson() as any[];
    expect(items.map(({ spec }: any) => spec?.priorityClassName)).toEqual([
      'high',
      undefined,
      undefined,
      'high',
    ]);
    expect(items[2].spec.template.spec).not.toHaveProperty('priorityClassName');
    expect(
      PodDefaults.of(chart)
        .applied()
        .flatMap(({ added }) => added),
    ).toHaveLength(2);
  });
});
