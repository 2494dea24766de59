import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import { ManifestValidator, Validation } from '../../../lib';
import { run } from '../../../lib/cli/program';
import { memoryWorld } from '../../support/memory-world';

const FOLDER = join(__dirname, '../../../examples/custom-resources');
const CRD = readFileSync(join(FOLDER, 'crd.yaml'), 'utf8');

const backup = (spec: string, name = 'database') =>
  `apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: ${name}}\nspec: ${spec}\n`;

const found = (manifest: string, minor = 36) =>
  new ManifestValidator({ kubernetesVersion: `1.${minor}`, crds: [CRD] })
    .validateYaml(manifest)
    .map(({ level, rule, path, message }) => `${level} ${rule} ${path}: ${message}`);

test('a custom resource that its definition takes has no findings', () => {
  expect(found(backup('{schedule: "0 3 * * *", keep: {weekly: 7}, target: s3}'))).toEqual([]);
});

test.each<[mistake: string, spec: string, finding: string]>([
  [
    'an unknown field',
    '{shedule: a, schedule: a, keep: {}}',
    'error unknown-field spec.shedule: unknown field "spec.shedule"',
  ],
  [
    'a wrong type',
    '{schedule: 3, keep: {}}',
    'error custom-resource spec.schedule: Invalid value: "integer": spec.schedule in body must be of type string: "integer"',
  ],
  ['a missing field', '{schedule: a}', 'error custom-resource spec.keep: Required value'],
  [
    'a value that is not listed',
    '{schedule: a, keep: {}, target: s4}',
    'error custom-resource spec.target: Unsupported value: "s4": supported values: "s3", "gcs"',
  ],
  [
    'a rule that a default breaks',
    '{schedule: a, keep: {weekly: 8}}',
    'error custom-resource-rule spec.keep.weekly: Invalid value: at most as many weekly as daily backups',
  ],
])('%s is found', (_, spec, finding) => {
  expect(found(backup(spec))).toContain(finding);
});

test('a value that is invalid keeps rules from being evaluated, as on a server', () => {
  expect(found(backup('{schedule: 3, keep: {weekly: 8}}'))).toContain(
    'error custom-resource <nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  );
});

test('a version that is not served is an error that names those that are', () => {
  const [finding] = new ManifestValidator({ crds: [CRD] }).validateYaml(
    backup('{schedule: a, keep: {}}').replace('/v1', '/v2'),
  );
  expect(finding).toMatchObject({
    level: 'error',
    rule: 'unknown-kind',
    suggestion: 'Backup is served by apiVersion example.com/v1',
  });
});

test('a definition that serves no version says so', () => {
  const unserved = CRD.replaceAll('served: true', 'served: false');
  const [finding] = new ManifestValidator({ crds: [unserved] }).validateYaml(
    backup('{schedule: a, keep: {}}'),
  );
  expect(finding.suggestion).toBe('its CustomResourceDefinition serves no version of Backup');
});

describe('definitions come from', () => {
  const INVALID = backup('{schedule: a}');
  const validate = async (argv: readonly string[], files: { readonly [path: string]: string }) => {
    const world = memoryWorld({ 'backup.yaml': INVALID, ...files });
    const code = await run(['validate', ...argv], world);
    return { code, text: world.said.out + world.said.err };
  };

  test.each<[string, string[], { readonly [path: string]: string }]>([
    ['--crd', ['--crd=crds/a.yaml', 'backup.yaml'], { 'crds/a.yaml': CRD }],
    ['a folder', ['--crd=crds', 'backup.yaml'], { 'crds/a.yaml': CRD }],
    ['another file of the run', ['backup.yaml', 'all.yaml'], { 'all.yaml': CRD }],
    ['the configuration', ['backup.yaml'], { 'pod-patterns.yaml': 'crds: defs\n', 'defs/a.yml': CRD }],
    ['cdk8s.yaml', ['backup.yaml'], { 'cdk8s.yaml': 'imports: [k8s, "b:=a.yaml"]\n', 'a.yaml': CRD }],
  ])('%s', async (_, argv, files) => {
    const { code, text } = await validate(argv, files);
    expect(text).toContain('spec.keep: Required value');
    expect(code).toBe(1);
  });

  test.each<[string, string]>([
    ['--crd=missing.yaml', '--crd: missing.yaml: no such file or directory'],
    ['--crd=backup.yaml', '--crd: backup.yaml contains no CustomResourceDefinition'],
    ['--crd=https://example.com/crd.yaml', '--crd: https://example.com/crd.yaml is a URL: download it'],
    ['--crd=broken.yaml', '--crd: broken.yaml:2:'],
  ])('nowhere: %s', async (option, message) => {
    const { code, text } = await validate([option, 'backup.yaml'], { 'broken.yaml': 'a:\n\t- b: [\n' });
    expect(text).toContain(message);
    expect(code).toBe(2);
  });

  test('the app itself', () => {
    const app = new App();
    const chart = new Chart(app, 'demo');
    const definition = new ManifestValidator().validateYaml(CRD);
    expect(definition).toEqual([]);
    const [crd] = Yaml.load(join(FOLDER, 'crd.yaml')) as [never];
    new ApiObject(chart, 'crd', crd);
    new ApiObject(chart, 'backup', {
      apiVersion: 'example.com/v1',
      kind: 'Backup',
      spec: { schedule: 'a' },
    } as never);
    const findings = Validation.of(app).findings();
    expect(findings.map(({ path, message }) => `${path}: ${message}`)).toContain('spec.keep: Required value');
  });
});
