import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strategies, strategyOf } from '../../../lib/validate/kinds';
import type { Strategy } from '../../../lib/validate/kinds/strategy';
import { allKinds, kindOf } from '../../../lib/validate/schema/schema';
import { kebabOf } from '../../../tools/new/skeleton';
import { isWritten, missingOf, type Places, readerOf } from '../../support/places';

const ROOT = join(__dirname, '../../..');
const KINDS = join(ROOT, 'lib/validate/kinds');

type AnyStrategy = Strategy<never>;

const STRATEGIES = strategies();

const read = readerOf(ROOT);

/** `CSIDriver` is in `csi-driver.ts`. */
const fileOf = kebabOf;

/** The kinds, by `apiVersion kind`, of all manifests in the fixtures and of what real servers returned. */
const kindsIn = (folder: string, pattern: RegExp) =>
  new Set(
    readdirSync(join(ROOT, folder))
      .filter((file) => /\.(yaml|jsonl)$/.test(file))
      .flatMap((file) =>
        [...read(join(folder, file)).matchAll(pattern)].map(([, version, kind]) => `${version} ${kind}`),
      ),
  );
const fixtures = kindsIn('test/validate/fixtures', /^apiVersion: (\S+)\nkind: (\S+)/gm);
const returned = kindsIn(
  'test/validate/defaulted/recorded',
  /"manifest":\{"apiVersion":"([^"]+)","kind":"([^"]+)"/g,
);
const tables = {
  dropped: read('test/validate/gates.test.ts'),
  metadata: read('test/validate/kinds/metadata.test.ts'),
  warnings: read('test/validate/warnings/kinds.test.ts'),
  defaulted: read('test/validate/defaulted/kinds.test.ts'),
};

const nameOf = ({ apiVersion, kind }: AnyStrategy) => `${apiVersion} ${kind}`;
const inTable = (table: string, strategy: AnyStrategy) =>
  table.includes(`'${nameOf(strategy)}'`) ||
  new RegExp(`'${strategy.apiVersion}',\\s+'${strategy.kind}'`).test(table);

/** The test of a kind alone. */
const ownTests = readdirSync(__dirname)
  .filter((file) => !['catalogue.test.ts', 'metadata.test.ts'].includes(file))
  .map((file) => read(join('test/validate/kinds', file)));
const ownTest = ({ apiVersion, kind }: AnyStrategy) =>
  ownTests.find((text) => text.includes(`apiVersion: '${apiVersion}', kind: '${kind}'`)) ?? '';

/** The text of its strategy. */
function memberOf({ apiVersion, kind }: AnyStrategy): string {
  const text = read(`lib/validate/kinds/${fileOf(kind)}.ts`);
  const start = text.indexOf(`  apiVersion: '${apiVersion}',\n  kind: '${kind}',\n`);
  return text.slice(start, text.indexOf('\n};', start));
}

const OR_OWN = 'or a test of the kind alone, test/validate/kinds/<kind>.test.ts';

/** What a kind has to have, and whether it has it. */
const PLACES: Places<[strategy: AnyStrategy]> = {
  'lib/validate/schema': [
    'use the apiVersion and kind of a kind that the schema has',
    ({ apiVersion, kind }) => kindOf(apiVersion, kind) !== undefined,
  ],
  'lib/validate/kinds/<kind>.ts': [
    'export its Strategy there, which begins with its apiVersion and kind, each on a line',
    ({ apiVersion, kind }) =>
      read(`lib/validate/kinds/${fileOf(kind)}.ts`).includes(
        `  apiVersion: '${apiVersion}',\n  kind: '${kind}',\n`,
      ),
  ],
  example: [
    'replace the example that npm run new wrote in lib/validate/kinds/<kind>.ts and in its test',
    (strategy) => isWritten(memberOf(strategy)) && isWritten(ownTest(strategy)),
  ],
  'a test of its metadata': [
    `add a row to test/validate/kinds/metadata.test.ts, with what a server says of names, generation and finalizers, ${OR_OWN}`,
    (strategy) =>
      !(strategy.names || strategy.generationSince !== undefined || strategy.genericMetadata) ||
      inTable(tables.metadata, strategy),
  ],
  'a test of what is dropped': [
    `add a row to test/validate/gates.test.ts, with the minors that drop the fields of dropDisabledFields, ${OR_OWN}`,
    (strategy) => !strategy.dropDisabledFields || holdsPods(strategy) || inTable(tables.dropped, strategy),
  ],
  'an object that a server returned': [
    `add a row to test/validate/defaulted/kinds.test.ts, with what applyDefaults fills in, ${OR_OWN}`,
    (strategy) =>
      !strategy.applyDefaults || returned.has(nameOf(strategy)) || inTable(tables.defaulted, strategy),
  ],
  'a fixture with what is refused': [
    `write a manifest that validate refuses to test/validate/fixtures, ${OR_OWN}`,
    (strategy) => !strategy.validate || fixtures.has(nameOf(strategy)),
  ],
  'a test of its warnings': [
    `add a row to test/validate/warnings/kinds.test.ts, with what warn says, ${OR_OWN}`,
    (strategy) => !strategy.warn || holdsPods(strategy) || inTable(tables.warnings, strategy),
  ],
};

/** Its Pods have the tests of Pods. */
const holdsPods = ({ kind, validate }: AnyStrategy) =>
  validate !== undefined && /Pod|Job|Set$|Deployment|Controller/.test(kind);

/** A test of the kind's own stands for all others. */
const missingFrom = (strategy: AnyStrategy) =>
  missingOf(PLACES, strategy)
    .filter((line) => !/^an? /.test(line) || !ownTest(strategy))
    .map((line) => line.replaceAll('<kind>', fileOf(strategy.kind)));

test.each(STRATEGIES.map((strategy) => [nameOf(strategy), strategy] as const))(
  '%s is complete',
  (_, strategy) => expect(missingFrom(strategy)).toEqual([]),
);

test('each file is a kind of the index, which lists each once', () => {
  const files = readdirSync(KINDS)
    .filter(
      (file) => file.endsWith('.ts') && !['index.ts', 'others.ts', 'pods.ts', 'strategy.ts'].includes(file),
    )
    .map((file) => file.replace('.ts', ''));
  expect([...new Set(STRATEGIES.map(({ kind }) => fileOf(kind)))].sort()).toEqual(files.sort());
  expect(new Set(STRATEGIES.map(nameOf)).size).toBe(STRATEGIES.length);
});

test.each([
  ['fully validated', ({ validate }: AnyStrategy) => validate],
  ['defaulted', ({ applyDefaults }: AnyStrategy) => applyDefaults],
])('every kind of every minor is %s, as the docs say', (_, known) => {
  const partly = [...allKinds().values()].filter((kind) => !known(strategyOf(kind)));
  expect(partly.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual([]);
});

test('CONTRIBUTING names each place', () => {
  const [, recipe] = /^## A new kind$([^]*?)^## /m.exec(read('CONTRIBUTING.md'))!;
  expect(Object.keys(PLACES).filter((place) => !recipe.includes(place))).toEqual([]);
});
