import { ApiObject, App, Chart } from 'cdk8s';
import { ManifestValidator, Validation } from '../../../lib';
import type { ValidationOptions } from '../../../lib/validate/options';
import { allKinds } from '../../../lib/validate/schema/schema';
import { groupOf, isOwnGroup } from '../../../lib/validate/unknown-kinds/own-groups';

const manifest = (apiVersion: string, kind: string) => ({ apiVersion, kind, metadata: { name: 'a' } });
const found = (apiVersion: string, kind: string, options: ValidationOptions = {}) =>
  new ManifestValidator(options)
    .validate(manifest(apiVersion, kind))
    .map(({ rule, level, suggestion }) => `${level} ${rule}: ${suggestion}`);

const OFF: ValidationOptions = { rules: { 'unknown-kind': 'off' } };
const ALL: ValidationOptions = { customResources: ['*'] };

/** Of Kubernetes' own groups: whatever is allowed, they are errors. */
const OWN: readonly [apiVersion: string, kind: string, suggestion: string][] = [
  ['apps/v1', 'Deploymnet', 'did you mean "Deployment"?'],
  ['apps/v1', 'deployment', 'did you mean "Deployment"?'],
  ['v1', 'Pods', 'did you mean "Pod"?'],
  ['extensions/v1beta1', 'Deploymnet', 'did you mean "Deployment"? It is served by apiVersion apps/v1'],
  ['policy/v1beta1', 'Job', 'Job is served by apiVersion batch/v1'],
  ['v1beta1', 'Pod', 'Pod is served by apiVersion v1'],
  ['app/v1', 'Deployment', 'Deployment is served by apiVersion apps/v1'],
];

test.each(OWN)('%s %s is an error, whatever is allowed', (apiVersion, kind, suggestion) => {
  for (const options of [{}, OFF, ALL, { rules: { 'unknown-kind': 'warning' } } as ValidationOptions]) {
    expect(found(apiVersion, kind, options)).toEqual([`error unknown-kind: ${suggestion}`]);
  }
});

test("every group that has a kind is one of Kubernetes' own", () => {
  const groups = [...allKinds().values()].map(({ apiVersion }) => groupOf(apiVersion));
  expect(groups.filter((group) => !isOwnGroup(group))).toEqual([]);
});

test('such an error cannot be suppressed', () => {
  const text = (apiVersion: string) =>
    `# pod-patterns: ignore unknown-kind -- ours\napiVersion: ${apiVersion}\nkind: Deploymnet\nmetadata: {name: a}\n`;
  const rules = (apiVersion: string) =>
    new ManifestValidator().validateYaml(text(apiVersion)).map(({ rule }) => rule);
  expect(rules('apps/v1')).toEqual(['unknown-kind', 'suppression-refused']);
  expect(rules('example.com/v1')).toEqual([]);
});

test('a kind of another minor names when it exists', () => {
  expect(found('resource.k8s.io/v1', 'ResourceClaim', { kubernetesVersion: '1.33' })).toEqual([
    'error unknown-kind: it is available since Kubernetes 1.34',
  ]);
  expect(found('resource.k8s.io/v1alpha2', 'ResourceClaim', { kubernetesVersion: '1.33' })).toEqual([
    'error unknown-kind: removed in 1.31; resource.k8s.io/v1 ResourceClaim is available since Kubernetes 1.34: an entry of spec.devices.requests has its fields in "exactly" or "firstAvailable"',
  ]);
});

test.each([
  'gateway.networking.k8s.io/v1',
  'snapshot.storage.k8s.io/v1',
  'metrics.k8s.io/v1beta1',
  'cluster.x-k8s.io/v1beta1',
  'argoproj.io/v1alpha1',
])('%s has custom resources', (apiVersion) => {
  const group = apiVersion.split('/')[0];
  expect(found(apiVersion, 'Gadget')).toEqual([
    `info unknown-kind: if it is a custom resource, specify its CustomResourceDefinition with --crd or crds; or accept it with --custom-resource or customResources: ${group}`,
  ]);
  expect(found(apiVersion, 'Gadget', OFF)).toEqual([]);
  expect(found(apiVersion, 'Gadget', ALL)).toEqual([]);
  expect(found(apiVersion, 'Gadget', { customResources: [group] })).toEqual([]);
});

test('a beta version whose fields are not known, and that is going to be removed, gets the warning of a server', () => {
  const findings = new ManifestValidator({ kubernetesVersion: '1.31' }).validate(
    manifest('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'),
  );
  expect(findings.map(({ rule, level, message }) => [rule, level, message])).toEqual([
    [
      'deprecated-kind',
      'warning',
      'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema is deprecated in v1.29+, unavailable in v1.32+; use flowcontrol.apiserver.k8s.io/v1 FlowSchema',
    ],
    [
      'kind-not-judged',
      'info',
      'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema is not validated: its fields are unknown',
    ],
  ]);
});

describe('a pattern', () => {
  const allows = (pattern: string, apiVersion: string, kind = 'Rollout') =>
    !found(apiVersion, kind, { customResources: [pattern] }).length;

  test.each<[string, string, string, boolean]>([
    ['argoproj.io', 'argoproj.io/v1alpha1', 'Rollout', true],
    ['argoproj.io', 'argoproj.io/v1', 'Workflow', true],
    ['argoproj.io', 'sub.argoproj.io/v1', 'Rollout', false],
    ['argoproj.io', 'xargoproj.io/v1', 'Rollout', false],
    ['*.example.com', 'a.example.com/v1', 'Gadget', true],
    ['*.example.com', 'a.b.example.com/v1', 'Gadget', true],
    ['*.example.com', 'example.com/v1', 'Gadget', false],
    ['*.example.com', 'badexample.com/v1', 'Gadget', false],
    ['Rollout.argoproj.io', 'argoproj.io/v1alpha1', 'Rollout', true],
    ['Rollout.argoproj.io', 'argoproj.io/v1alpha1', 'Rollouts', false],
    ['Gadget.*.example.com', 'a.example.com/v1', 'Gadget', true],
    ['Gadget.*.example.com', 'a.example.com/v1', 'Widget', false],
    ['*.k8s.io', 'snapshot.storage.k8s.io/v1', 'VolumeSnapshot', true],
    ['*.k8s.io', 'storage.k8s.io/v1', 'VolumeSnapshot', false],
    ['*', 'example.com/v1', 'Gadget', true],
    ['Gadget.*', 'example.com/v1', 'Gadget', true],
    ['Gadget.*', 'example.com/v1', 'Widget', false],
  ])('%s and %s %s: %s', (pattern, apiVersion, kind, expected) => {
    expect(allows(pattern, apiVersion, kind)).toBe(expected);
  });

  test.each<[unknown, string]>([
    [
      '',
      'use a group (argoproj.io), all groups of a domain (*.example.com), or either with a kind (Rollout.argoproj.io)',
    ],
    ['Rollout', 'include the group of the kind: Rollout.example.com'],
    [
      'argoproj',
      'the group of a custom resource contains a domain: use GROUP as its apiVersion has it, such as argoproj.example.com',
    ],
    ['argoproj.io/v1alpha1', 'use the group without a version: argoproj.io'],
    ['argoproj.io/v1alpha1/Rollout', 'use the group without a version: Rollout.argoproj.io'],
    ['argoproj.io/Rollout', 'use the group without a version: Rollout.argoproj.io'],
    ['Rollout.v1alpha1.argoproj.io', 'omit the version: Rollout.argoproj.io'],
    ['argoproj.io,example.com', 'use one pattern for each: argoproj.io and example.com'],
    ['argo*.io', '"*" can only replace whole labels before a domain, once'],
    ['example.*', '"*" can only replace whole labels before a domain, once'],
    ['ex.Example.com', 'use lowercase letters for the group: ex.example.com'],
    ['Rollout.Argoproj.io', 'use lowercase letters for the group: Rollout.argoproj.io'],
    ['apps', '"apps" is a built-in API group, whose kinds are always validated: remove it'],
    ['Deployment.apps', '"apps" is a built-in API group'],
    ['networking.k8s.io', '"networking.k8s.io" is a built-in API group'],
    ['argoproj..io', 'use a group'],
  ])('%j is refused: %s', (pattern, message) => {
    expect(() => new ManifestValidator({ customResources: [pattern] as never })).toThrow(
      `invalid custom resource pattern ${JSON.stringify(pattern)}: ${message}`,
    );
  });

  test('stands in a list', () => {
    expect(() => new ManifestValidator({ customResources: 'argoproj.io' as never })).toThrow(
      'customResources is "argoproj.io": expected a list of strings; wrap it in a list: [ … ]',
    );
  });
});

test('at synth, a validation allows custom resources from then on', () => {
  const app = new App();
  new ApiObject(new Chart(app, 'demo'), 'gadget', manifest('example.com/v1', 'Gadget'));
  const validation = Validation.of(app).configure({ rules: { 'unknown-kind': 'error' } });
  expect(() => app.synthYaml()).toThrow('no matches for kind "Gadget" in version "example.com/v1"');
  validation.configure({ customResources: ['example.com'] });
  expect(() => app.synthYaml()).not.toThrow();
});

test('a custom resource comes back as it is', () => {
  const gadget = { ...manifest('example.com/v1', 'Gadget'), spec: { size: 3 } };
  expect(() => new ManifestValidator().defaulted(gadget)).toThrow('no matches for kind "Gadget"');
  expect(new ManifestValidator({ customResources: ['example.com'] }).defaulted(gadget)).toEqual(gadget);
});
