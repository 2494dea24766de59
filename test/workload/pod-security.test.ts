import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ManifestValidator, Pod, Validation } from '../../lib';
import { ofServer } from '../support/of-server';

const labels = (level: string) => ({ 'pod-security.kubernetes.io/enforce': level });
const main = { name: 'app', image: 'nginx' };
const namespace = (chart: Chart, level: string) =>
  new ApiObject(chart, 'team', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'team', labels: labels(level) },
  });

/** An app with a Namespace in one chart, and one of our Pods in another. */
function appWith(level: string) {
  const app = new App();
  const team = namespace(new Chart(app, 'cluster'), level);
  const chart = new Chart(app, 'demo', { namespace: 'team' });
  new Pod(chart, 'web', { main });
  return { app, chart, team };
}

const rules = (app: App) =>
  ofServer(Validation.of(app).findings()).map(
    ({ construct, level, rule }) => `${construct!.path} ${level} ${rule}`,
  );

const hostPod = (chart: Chart, id: string) =>
  new ApiObject(chart, id, {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: { hostPID: true, containers: [main] },
  } as never);

test("a Namespace's labels count for the Pods of the whole app", () => {
  const app = new App();
  namespace(new Chart(app, 'cluster'), 'baseline');
  hostPod(new Chart(app, 'demo', { namespace: 'team' }), 'web');
  hostPod(new Chart(app, 'other'), 'web');
  expect(rules(app)).toEqual(['demo/web error pod-security-host-namespaces']);
  expect(() => app.synthYaml()).toThrow(
    '    spec.hostPID: violates PodSecurity "baseline:latest": host namespaces (hostPID=true) (pod-security-host-namespaces)\n      → remove hostPID',
  );
});

test('our own Pods are refused at synth, too', () => {
  const { app } = appWith('restricted');
  expect(() => app.synthYaml()).not.toThrow();
  Validation.of(app);
  expect(() => app.synthYaml()).toThrow(
    /\[demo\/web\] Pod team\/.*\n[^]*violates PodSecurity "restricted:latest": runAsNonRoot != true/,
  );
});

test('labels that change are seen', () => {
  const { app, team } = appWith('restricted');
  expect(rules(app).length).toBeGreaterThan(0);
  team.metadata.addLabel('pod-security.kubernetes.io/enforce', 'privileged');
  expect(rules(app)).toEqual([]);
  expect(() => app.synthYaml()).not.toThrow();
});

test('a chart alone is judged by the Namespaces of its app', () => {
  const { app, chart } = appWith('restricted');
  Validation.of(app);
  expect(() => Testing.synth(chart)).toThrow(/violates PodSecurity "restricted:latest"/);
});

test('the option holds for all below the construct that it is set at', () => {
  const app = new App();
  const [one, other] = ['one', 'other'].map((id) => new Chart(app, id));
  Validation.of(app);
  Validation.of(one).configure({ podSecurity: 'baseline:v1.34' });
  for (const chart of [one, other]) {
    hostPod(chart, 'raw');
    new kplus.Deployment(chart, 'plus', { hostNetwork: true, containers: [{ image: 'nginx' }] });
  }
  expect(rules(app)).toEqual([
    'one/raw error pod-security-host-namespaces',
    'one/plus error pod-security-host-namespaces',
  ]);
});

test('an unknown level or version is refused, and changes nothing', () => {
  const validation = Validation.of(new App()).configure({ podSecurity: 'baseline' });
  expect(() => validation.configure({ podSecurity: 'strict' })).toThrow(
    'unknown Pod Security level "strict": use privileged, baseline, restricted',
  );
  expect(() => new ManifestValidator({ podSecurity: 'baseline:v2' })).toThrow(
    'unknown Pod Security version "v2": use latest, or v1.0 to v1.37',
  );
});

test('ManifestValidator judges by the option and by labels in the text', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'team' },
    spec: { hostPID: true, containers: [main] },
  };
  const text = `${JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team', labels: labels('privileged') } })}\n---\n${JSON.stringify(pod)}`;
  const validator = new ManifestValidator({ podSecurity: 'baseline' });
  const found = (findings: readonly { rule: string; stage: string }[]) =>
    findings.filter(({ stage }) => stage === 'pod-security').map(({ rule }) => rule);
  expect(found(validator.validate(pod))).toEqual(['pod-security-host-namespaces']);
  expect(found(validator.validateYaml(text))).toEqual([]);
  expect(found(new ManifestValidator().validate(pod))).toEqual([]);
  expect(found(new ManifestValidator().validateYaml(text.replace('privileged', 'baseline')))).toEqual([
    'pod-security-host-namespaces',
  ]);
});
