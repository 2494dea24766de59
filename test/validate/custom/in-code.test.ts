import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Testing, Yaml } from 'cdk8s';
import { ManifestValidator, PodPatternsValidation, Validation } from '../../../lib';
import '../../../lib/testing/jest';

const CRD_FILE = join(__dirname, '../../../examples/custom-resources/crd.yaml');
const CRD = readFileSync(CRD_FILE, 'utf8');
const BACKUP = {
  apiVersion: 'example.com/v1',
  kind: 'Backup',
  metadata: { name: 'a' },
  spec: { schedule: 'a' },
};
const MISSING = 'spec.keep: Required value';

/** A working directory whose cdk8s.yaml imports the definition. */
function inFolderWithImports(): void {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'cdk8s.yaml'), 'imports: [k8s, "backup:=crd.yaml"]\n');
  writeFileSync(join(folder, 'crd.yaml'), CRD);
  jest.spyOn(process, 'cwd').mockReturnValue(folder);
}

afterEach(() => void jest.restoreAllMocks());

function chartWith(...objects: object[]): Chart {
  const chart = new Chart(new App(), 'demo');
  objects.forEach((object, index) => new ApiObject(chart, `o${index}`, structuredClone(object) as never));
  return chart;
}

const foundIn = (chart: Chart, options = {}) =>
  Validation.of(chart)
    .configure(options)
    .findings()
    .map(({ path, message }) => `${path}: ${message}`);

async function violationsOf(texts: readonly string[], options = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  const manifests = texts.map((text, index) => {
    const file = join(folder, `${index}.yaml`);
    writeFileSync(file, text);
    return file;
  });
  const violations: unknown[] = [];
  const report = {
    addViolation: (violation: unknown) => violations.push(violation),
    submit: () => undefined,
  };
  await new PodPatternsValidation(options).validate({ manifests, stdout: false, report });
  return JSON.stringify(violations);
}

const [definition] = Yaml.load(CRD_FILE) as [object];

describe('definitions of `crds`', () => {
  const options = { crds: [CRD_FILE] };

  test('count in a validation', () => {
    expect(foundIn(chartWith(BACKUP), options)).toContain(MISSING);
    expect(foundIn(chartWith(BACKUP))).not.toContain(MISSING);
  });

  test('count in the plugin', async () => {
    expect(await violationsOf([Yaml.stringify(BACKUP)], options)).toContain('Required value');
    expect(await violationsOf([Yaml.stringify(BACKUP)])).not.toContain('Required value');
  });

  test('count in the jest matchers', () => {
    const manifests = Testing.synth(chartWith(BACKUP));
    expect(() => expect(manifests).toBeValidManifests(options)).toThrow(MISSING);
  });
});

describe('definitions that the app itself has', () => {
  test('count in a validation', () => {
    expect(foundIn(chartWith(definition, BACKUP))).toContain(MISSING);
  });

  test('count in the plugin, also from another file', async () => {
    expect(await violationsOf([Yaml.stringify(BACKUP), CRD])).toContain('Required value');
  });

  test('count in the jest matchers', () => {
    const manifests = Testing.synth(chartWith(BACKUP, definition));
    expect(() => expect(manifests).toBeValidManifests()).toThrow(MISSING);
  });
});

describe('definitions that cdk8s.yaml imports', () => {
  beforeEach(inFolderWithImports);

  test('count in a validation', () => {
    expect(foundIn(chartWith(BACKUP))).toContain(MISSING);
  });

  test('count in the plugin', async () => {
    expect(await violationsOf([Yaml.stringify(BACKUP)])).toContain('Required value');
  });

  test('count in the jest matchers', () => {
    const manifests = Testing.synth(chartWith(BACKUP));
    expect(() => expect(manifests).toBeValidManifests()).toThrow(MISSING);
  });

  test('count in a validator of manifests', () => {
    const messages = new ManifestValidator().validate(BACKUP).map(({ message }) => message);
    expect(messages).toContain('Required value');
  });
});
