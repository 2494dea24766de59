import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, type ApiObjectProps, App, Chart, Yaml } from 'cdk8s';
import '../../lib/testing/jest';
import { yamlSerializer } from '../../lib/testing';
import { Pod, PodPatternsValidation, Validation } from '../../lib';
import { failure } from '../support/failure';

const UMASK = [{ name: 'UMASK', value: '0o022' }];
const main = { name: 'a', image: 'nginx:1.27', env: UMASK };
const READS = 'cdk8s writes the string "0o022" in a form that kubectl reads as the number 18';

const newChart = (outdir = mkdtempSync(join(tmpdir(), 'written-'))) =>
  new Chart(new App({ outdir }), 'demo', { disableResourceNameHashes: true });

const configMap = (chart: Chart, data: object) =>
  new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', data } as ApiObjectProps);

const synth = (chart: Chart) => (chart.node.root as App).synth();

describe('a string that kubectl would misread', () => {
  test('stops synth, with construct, field, both values and what to do', () => {
    const chart = newChart();
    new Pod(chart, 'web', { main });
    expect(failure(() => synth(chart))).toMatch(
      /\[demo\/web\] Pod demo-web \(.*synth\.test\.ts.*\)\n {4}spec\.containers\[0\]\.env\[0\]\.value: cdk8s writes the string "0o022" in a form that kubectl reads as the number 18 \(yaml-round-trip\)\n {6}→ .*such as "0022"/,
    );
  });

  test('stops synth in an object of another library once it is validated', () => {
    const chart = newChart();
    configMap(chart, { mode: '0o644', text: 'a\u2028b', '0o17': 'x' });
    Validation.of(chart.node.root);
    const message = failure(() => synth(chart));
    expect(message).toContain(
      'data[mode]: cdk8s writes the string "0o644" in a form that kubectl reads as the number 420',
    );
    expect(message).toContain(
      'data[text]: cdk8s writes the string "a\\u2028b" in a form that kubectl cannot read: U+2028 ends the line',
    );
    expect(message).toContain('or put the text into binaryData, in base64');
    expect(message).toContain('data[0o17]: cdk8s writes the key "0o17" in a form that kubectl reads as "15"');
  });

  test('is found where it is added after validation', () => {
    const chart = newChart();
    const web = new Pod(chart, 'web', { main: { ...main, env: [] } });
    expect(chart.node.root.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
    web.template.addEnv('a', UMASK[0]);
    expect(failure(() => web.apiObject.toJson())).toContain(READS);
  });

  test('is quoted by toYaml()', () => {
    const yaml = new Pod(newChart(), 'web', { main }).toYaml();
    expect(yaml).toContain('value: "0o022"\n');
    expect(yaml).toBe(Yaml.stringify(Yaml.load(writtenTo(yaml))[0]).replace(': 0o022', ': "0o022"'));
  });

  test('cannot be written at all if it is half a surrogate pair', () => {
    const env = [{ name: 'A', value: '\ud800' }];
    expect(failure(() => new Pod(newChart(), 'web', { main: { ...main, env } }).toYaml())).toContain(
      'in a form that kubectl cannot read: found invalid Unicode character escape code',
    );
  });

  test('is quoted in snapshots', () => {
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: '0o22' } };
    expect(yamlSerializer.serialize(manifest)).toContain('a: "0o22"');
  });

  test('can be allowed where something else writes the YAML', () => {
    const chart = newChart();
    const web = new Pod(chart, 'web', { main });
    const levels = (level: 'off' | 'warning') =>
      Validation.of(chart)
        .configure({ rules: { 'yaml-round-trip': level } })
        .findings()
        .filter(({ rule }) => rule === 'yaml-round-trip')
        .map((finding) => finding.level);
    expect([levels('warning'), levels('off')]).toEqual([['warning'], []]);
    expect(() => web.toYaml()).not.toThrow();
  });
});

describe('matchers', () => {
  const chart = newChart();
  const web = new Pod(chart, 'web', { main });

  test.each([
    ['constructs', () => web as object],
    ['manifests', () => [web.apiObject.toJson()]],
  ])('judge %s', (_, subject) => {
    expect(failure(() => expect(subject()).toBeValidManifests())).toContain(READS);
    expect(subject()).toHaveFinding('yaml-round-trip', 'spec.containers[0].env[0].value');
  });

  test('take a text as it is', () => expect(web.toYaml()).toBeValidManifests({ allowWarnings: true }));
});

const writtenTo = (text: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'written-')), 'manifests.yaml');
  writeFileSync(file, text);
  return file;
};

describe('the plugin', () => {
  async function violations(...manifests: object[]) {
    const file = writtenTo(Yaml.stringify(...manifests));
    const found: {
      ruleName: string;
      recommendation: string;
      violatingResources: { locations: string[] }[];
    }[] = [];
    const report = { addViolation: (violation: never) => found.push(violation), submit: () => undefined };
    await new PodPatternsValidation({ rules: { resources: 'off' } }).validate({
      manifests: [file],
      stdout: true,
      report,
    });
    return found.map(({ ruleName, recommendation, violatingResources }) => [
      ruleName,
      recommendation,
      ...violatingResources.flatMap(({ locations }) => locations),
    ]);
  }

  const podWith = (value: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'a', image: 'nginx:1.27', env: [{ name: 'A', value }] }] },
  });
  const PLACE = 'STDOUT:11:11 Pod spec.containers[0].env[0].value';

  test('says what was meant, once', async () => {
    expect(await violations(podWith('0o022'))).toEqual([['yaml-round-trip', `error: ${READS}`, PLACE]]);
    expect(await violations(podWith('a\x85b'))).toEqual([
      ['yaml-round-trip', expect.stringContaining('reads as "a b"'), PLACE],
    ]);
    expect(await violations(podWith('a\u2028b'))).toEqual([
      ['yaml-round-trip', expect.stringContaining('U+2028 ends the line'), expect.any(String)],
    ]);
  });

  test('finds it in the items of lists, and in keys', async () => {
    const data = { '0X1F': 'x' };
    const item = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data };
    expect(await violations({ apiVersion: 'v1', kind: 'List', items: [podWith('b'), item] })).toEqual([
      ['yaml-round-trip', expect.stringContaining('the key "0X1F"'), 'STDOUT:19:5 ConfigMap data[0X1F]'],
    ]);
  });

  test('says nothing about what is quoted', async () => {
    expect(await violations(podWith('0022'), podWith('yes'), podWith('1.10'))).toEqual([]);
  });
});
