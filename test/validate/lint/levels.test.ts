import { ApiObject, App, Chart } from 'cdk8s';
import { Pod, Validation } from '../../../lib';
import { judge } from '../../../lib/validate/engine';
import { LINTS } from '../../../lib/validate/lint';
import { ManifestValidator } from '../../../lib/validate/manifest-validator';
import { serverStatus } from '../../../lib/validate/status';

const manifest = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'app', image: 'nginx' }] },
};
const levels = (rules?: ConstructorParameters<typeof ManifestValidator>[0]) =>
  new ManifestValidator(rules).validate(manifest).map(({ rule, level }) => `${level} ${rule}`);

test('a rule has its usual level, or the one that is asked for', () => {
  expect(levels()).toEqual(['warning image-tag', 'info resources']);
  expect(levels({ rules: { 'image-tag': 'error', resources: 'off' } })).toEqual(['error image-tag']);
  expect(levels({ rules: Object.fromEntries(LINTS.map(({ id }) => [id, 'off' as const])) })).toEqual([]);
});

test('a finding has the address of its row in the docs', () => {
  expect(new ManifestValidator().validate(manifest).map(({ docs }) => docs?.split('/').at(-1))).toEqual([
    'rules.md#image-tag',
    'rules.md#resources',
  ]);
});

test.each<[Record<string, string>, string]>([
  [{ 'image-tags': 'off' }, 'unknown rule "image-tags": did you mean "image-tag"?'],
  [{ zzzzzzzzzz: 'off' }, 'unknown rule "zzzzzzzzzz": use one of admission-hook, '],
  [
    { 'container-ports': 'off' },
    'rule "container-ports" has no level to choose: a server refuses what it finds',
  ],
  [
    { 'pod-security-host-port': 'off' },
    'unknown rule "pod-security-host-port": did you mean "pod-security-host-ports"?',
  ],
  [{ 'image-tag': 'warn' }, 'unknown level "warn" for rule "image-tag": use error, warning, info, off'],
  [{ toString: 'off' }, 'unknown rule "toString": use one of '],
])('%j is refused', (rules, message) => {
  const wrong = rules as never;
  expect(() => new ManifestValidator({ rules: wrong })).toThrow(message);
  expect(() => Validation.of(new App()).configure({ rules: wrong })).toThrow(message);
});

test('constructs are judged by the levels of the nearest validation, and anew when these change', () => {
  const app = new App();
  const chart = new Chart(app, 'demo');
  new Pod(chart, 'ours', { main: { name: 'app', image: 'nginx' } });
  new ApiObject(chart, 'raw', manifest as never);
  const found = () =>
    Validation.of(app)
      .findings()
      .map(({ construct, level, rule }) => `${construct!.path} ${level} ${rule}`);
  Validation.of(app).configure({ rules: { resources: 'off' } });
  expect(found()).toEqual(['demo/ours warning image-tag', 'demo/raw warning image-tag']);
  expect(() => app.synthYaml()).not.toThrow();
  Validation.of(app).configure({ rules: { resources: 'off', 'image-tag': 'error' } });
  expect(found()).toEqual(['demo/ours error image-tag', 'demo/raw error image-tag']);
  expect(() => app.synthYaml()).toThrow(
    /\[demo\/ours\][^]*spec\.containers\[0\]\.image.*\(image-tag\)[^]*\[demo\/raw\][^]*\(image-tag\)/,
  );
});

test("no level changes a server's verdict", () => {
  expect(
    serverStatus(judge(manifest, { minor: 36, rules: { 'image-tag': 'error', resources: 'error' } })),
  ).toMatchObject({ ok: true, warnings: [] });
});

test('what a server refuses is not linted, too', () => {
  const broken = { ...manifest, spec: { containers: [{ name: 'app', image: 5 }] } };
  expect(new ManifestValidator().validate(broken).map(({ rule }) => rule)).toEqual(['field-type']);
});

test.each([
  'PodTemplate',
  'Pod',
  'ReplicationController',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
])('a %s is linted', (kind) => {
  const template = { metadata: { labels: { a: 'b' } }, spec: manifest.spec };
  const versions: Record<string, string> = {
    Job: 'batch/v1',
    CronJob: 'batch/v1',
    Pod: 'v1',
    PodTemplate: 'v1',
    ReplicationController: 'v1',
  };
  const bodies: Record<string, object> = {
    Pod: { spec: manifest.spec },
    PodTemplate: { template },
    CronJob: { spec: { schedule: '* * * * *', jobTemplate: { spec: { template } } } },
  };
  const body = bodies[kind] ?? { spec: { selector: { matchLabels: { a: 'b' } }, template } };
  const findings = new ManifestValidator().validate({
    apiVersion: versions[kind] ?? 'apps/v1',
    kind,
    metadata: { name: 'a' },
    ...body,
  });
  expect(
    findings
      .filter(({ rule }) => rule === 'image-tag')
      .map(({ path }) => path.split('.').slice(-2).join('.')),
  ).toEqual(['containers[0].image']);
});
