import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORTERS } from '../../../lib/validate/lint/companions/facts/exporters';
import { OLD_IMAGES } from '../../../lib/validate/lint/companions/facts/old-images';
import { PROXIES } from '../../../lib/validate/lint/companions/facts/proxies';
import { SHIPPERS } from '../../../lib/validate/lint/companions/facts/shippers';
import { knownProgramOf } from '../../../lib/validate/lint/companions/known';
import { oldImage } from '../../../lib/validate/lint/companions/old-image';
import { isAtLeast, versionOf } from '../../../lib/validate/lint/companions/version';
import { ManifestValidator } from '../../../lib/validate/manifest-validator';

const PROGRAMS = [...EXPORTERS, ...PROXIES, ...SHIPPERS];

test.each<[string, string | undefined, number[] | undefined]>([
  ['oliver006/redis_exporter:v1.62.0', 'redis_exporter', [1, 62, 0]],
  ['docker.io/oliver006/redis_exporter:v1.62.0-alpine', 'redis_exporter', [1, 62, 0]],
  ['registry.example.com:5000/mirror/oliver006/redis_exporter:1.62', 'redis_exporter', [1, 62, Infinity]],
  ['redis_exporter@sha256:25109184c71b', 'redis_exporter', undefined],
  ['eu.gcr.io/cloudsql-docker/gce-proxy:1.33.2@sha256:25109184c71b', 'gce-proxy', [1, 33, 2]],
  ['gcr.io/cloud-sql-connectors/cloud-sql-proxy', 'cloud-sql-proxy', [2, 0, 0]],
  ['gcr.io/cloud-sql-connectors/cloud-sql-proxy:2', 'cloud-sql-proxy', [2, Infinity, Infinity]],
  ['quay.io/oauth2-proxy/oauth2-proxy:latest', 'oauth2-proxy', undefined],
  ['quay.io/oauth2-proxy/oauth2-proxy:20250101', 'oauth2-proxy', undefined],
  ['acme/my-oauth2-proxy:1.0', undefined, undefined],
  ['acme/fluent-bit:3.0.0', undefined, undefined],
  ['${REGISTRY}/oauth2-proxy:7.0.0', undefined, undefined],
  ['', undefined, undefined],
])('%j is %s', (image, name, version) => {
  const known = knownProgramOf(image);
  expect(known?.program.name).toBe(name);
  expect(known?.version).toEqual(version);
});

test.each<[string, string, boolean]>([
  ['7.15.2', '7.15.2', true],
  ['7.15.10', '7.15.2', true],
  ['7.9', '7.15.2', false],
  ['7', '7.15.2', true],
  ['6', '7.0.0', false],
  ['v8.0.0-rc.1', '7.15.2', true],
])('%s is at least %s: %s', (version, other, expected) => {
  expect(isAtLeast(versionOf(version)!, other)).toBe(expected);
});

test('every version in the tables is whole, and every program has one repository at least', () => {
  const versions = PROGRAMS.flatMap(({ changes = [], fixes = [], oldest }) => [
    ...changes.map(({ since }) => since),
    ...fixes.flatMap(({ version, from }) => (from ? [version, from] : [version])),
    ...(oldest ? [oldest] : []),
  ]);
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(PROGRAMS.filter(({ images }) => !images.length)).toEqual([]);
});

test('every program and every old image has its source', () => {
  const folder = join(__dirname, '../../../lib/validate/lint/companions/facts');
  const sources = (file: string) => readFileSync(join(folder, file), 'utf8').match(/https:\/\//g)!.length;
  expect(sources('old-images.ts')).toBe(OLD_IMAGES.length);
  expect(sources('proxies.ts')).toBeGreaterThanOrEqual(PROXIES.length);
  expect(sources('shippers.ts')).toBeGreaterThanOrEqual(SHIPPERS.length);
});

test('every old image is found', () => {
  const images = OLD_IMAGES.map(({ path, registries = [''] }) => {
    const [registry] = registries;
    return `${registry ? `${registry}/` : ''}${path.endsWith('/') ? `${path}name` : path}:1.2.3`;
  });
  expect(images.filter((image) => !oldImage(image))).toEqual([]);
});

test('no finding repeats a secret', () => {
  const text = readFileSync(join(__dirname, 'fixtures/secrets.yaml'), 'utf8');
  const findings = new ManifestValidator({ rules: { resources: 'off' } }).validateYaml(text);
  expect(findings.length).toBeGreaterThan(30);
  const said = findings.map(({ message, suggestion }) => `${message} ${suggestion}`);
  expect(said.filter((line) => /hunter2|s3cr3t|changeme|ghp_|eyJ|12345/.test(line))).toEqual([]);
});

test.each([
  ['a URL', `${'a'.repeat(20)}://`.repeat(5000)],
  ['words with colons', 'a:b@'.repeat(20000)],
  ['quotes', `password: "${'x'.repeat(900)}\n`.repeat(100)],
  ['names', 'user=a password '.repeat(10000)],
  ['spaces', `password: a${' '.repeat(900)}b\n`.repeat(100)],
])('the search for secrets in %s takes time in proportion to the text', (_, text) => {
  const validate = (kind: object) => new ManifestValidator().validate(kind);
  const start = process.cpuUsage();
  validate({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: text } });
  validate({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: { containers: [{ name: 'a', image: 'a:1', args: [text], env: [{ name: 'A', value: text }] }] },
  });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
});
