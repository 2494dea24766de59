import { ApiObject, type Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { LogSidecar, PodTemplate, Validation } from '../../lib';
import { newChart } from '../support/chart';

/** Findings of level error about what a function makes. */
function errorsOf(make: (chart: Chart) => unknown) {
  const chart = newChart();
  make(chart);
  return Validation.of(chart)
    .findings()
    .filter(({ level }) => level === 'error')
    .map(({ rule, path, message, suggestion }) => ({ rule, path, message, suggestion }));
}

const containers = [{ image: 'nginx:1.27' }];
const deployment = (chart: Chart, ...patches: JsonPatch[]) => {
  const made = new kplus.Deployment(chart, 'web', { containers });
  ApiObject.of(made).addJsonPatch(...patches);
  return made;
};
const claim = (chart: Chart, storage: unknown) => {
  const made = new kplus.PersistentVolumeClaim(chart, 'claim', {
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
  });
  ApiObject.of(made).addJsonPatch(JsonPatch.add('/spec/resources', { requests: { storage } }));
};

const SURGE = JsonPatch.replace('/spec/strategy', { rollingUpdate: { maxSurge: 1 } });
const rule = 'field-not-rendered';

test('a number in a place of numbers and strings', () => {
  expect(errorsOf((chart) => deployment(chart, SURGE))).toEqual([
    {
      rule,
      path: 'spec.strategy.rollingUpdate.maxSurge',
      message: 'the JSON patch of /spec/strategy sets it to 1, but KubeDeployment leaves it out',
      suggestion: 'set it to {"value":1}: that is the form in which KubeDeployment takes it',
    },
  ]);
});

test('the suggestion works', () => {
  const patch = JsonPatch.replace('/spec/strategy', { rollingUpdate: { maxSurge: { value: 1 } } });
  expect(errorsOf((chart) => deployment(chart, patch))).toEqual([]);
  expect(errorsOf((chart) => claim(chart, { value: '1Gi' }))).toEqual([]);
});

test('a claim whose storage is lost is not told to set it', () => {
  expect(errorsOf((chart) => claim(chart, '1Gi'))).toEqual([
    {
      rule,
      path: 'spec.resources.requests[storage]',
      message:
        'the JSON patch of /spec/resources sets it to "1Gi", but KubePersistentVolumeClaim leaves it out',
      suggestion: 'set it to {"value":"1Gi"}: that is the form in which KubePersistentVolumeClaim takes it',
    },
  ]);
  expect(errorsOf((chart) => claim(chart, 'much'))).toContainEqual(
    expect.objectContaining({ rule: 'field-value', path: 'spec.resources.requests[storage]' }),
  );
});

test("a field under Kubernetes' name where the class has another", () => {
  const headless = (chart: Chart) => {
    const service = new kplus.Service(chart, 's', {
      ports: [{ port: 80 }],
      selector: kplus.Pods.all(chart, 'p'),
    });
    ApiObject.of(service).addJsonPatch(JsonPatch.add('/spec/clusterIP', 'None'));
  };
  expect(errorsOf(headless)).toMatchObject([
    { rule, path: 'spec.clusterIP', suggestion: 'set /spec/clusterIp: that is its name in KubeService' },
  ]);
});

test('a field that is newer than the class, and one that does not exist', () => {
  const add = (field: string) =>
    errorsOf((chart) => deployment(chart, JsonPatch.add(`/spec/template/spec/${field}`, 'a')));
  expect(add('hostnameOverride')).toMatchObject([
    {
      rule,
      path: 'spec.template.spec.hostnameOverride',
      suggestion: expect.stringContaining('use ApiObject'),
    },
  ]);
  expect(add('hostnam')).toMatchObject([{ rule: 'unknown-field' }]);
});

test('items of lists, keys with slashes, and apiVersion', () => {
  const found = errorsOf((chart) =>
    deployment(
      chart,
      JsonPatch.add('/spec/template/spec/containers/0/resources/limits', { 'example.com/gpu': 1 }),
      JsonPatch.add('/spec/template/spec/containers/-', { name: 'b', image: 'b:1', newField: {} }),
      JsonPatch.replace('/apiVersion', 'apps/v2'),
    ),
  );
  expect(found.map(({ path, message }) => `${path}: ${message}`)).toEqual(
    expect.arrayContaining([
      'apiVersion: the JSON patch of /apiVersion sets it to "apps/v2", but KubeDeployment renders "apps/v1"',
    ]),
  );
});

test('a field of the props', () => {
  const strategy = { rollingUpdate: { maxSurge: 1 } } as never;
  expect(
    errorsOf(
      (chart) =>
        new kplus.k8s.KubeDeployment(chart, 'd', {
          spec: {
            strategy,
            selector: { matchLabels: { a: 'b' } },
            template: {
              metadata: { labels: { a: 'b' } },
              spec: { containers: [{ name: 'a', image: 'a:1' }] },
            },
          },
        }),
    ),
  ).toMatchObject([{ rule, message: 'is set to 1, but KubeDeployment leaves it out' }]);
});

test('a patch that arrives, and one of an ApiObject, is no mistake', () => {
  const arrives = [
    JsonPatch.add('/spec/replicas', 3),
    JsonPatch.add('/metadata/annotations', { 'example.com/a': 'b' }),
    JsonPatch.remove('/spec/strategy'),
    JsonPatch.add('/spec/template/spec/hostPid', true),
  ];
  expect(errorsOf((chart) => deployment(chart, ...arrives))).toEqual([]);
});

test('what is completed by PodTemplate.of is not left out', () => {
  const found = errorsOf((chart) => {
    const web = deployment(chart, SURGE, JsonPatch.add('/spec/template/spec/hostnameOverride', 'a'));
    PodTemplate.of(web).add(new LogSidecar({ files: ['/var/log/a/a.log'] }));
  });
  expect(found.filter((finding) => finding.rule === rule)).toEqual([]);
});

test('a patch is noticed although the manifest stays the same', () => {
  const chart = newChart();
  const web = deployment(chart);
  const validation = Validation.of(chart);
  const rules = () => validation.findings().map((finding) => finding.rule);
  expect(rules()).not.toContain(rule);
  ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/template/spec/hostnameOverride', 'a'));
  expect(rules()).toContain(rule);
});
