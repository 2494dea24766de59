import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STRATEGIES } from '../../../lib/validate/kinds';
import type { Strategy } from '../../../lib/validate/kinds/strategy';
import { kindOf } from '../../../lib/validate/schema/schema';

const ROOT = join(__dirname, '../../..');
const KINDS = join(ROOT, 'lib/validate/kinds');

type AnyStrategy = Strategy<never>;

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const readIfThere = (path: string) => (existsSync(join(ROOT, path)) ? read(path) : '');

/** `CSIDriver` is in `csi-driver.ts`. */
const fileOf = (kind: string) =>
  kind
    .replace(/(?<=[A-Z])[A-Z]+(?=[A-Z])/g, (letters) => letters.toLowerCase())
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase();

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
const ownTest = ({ kind }: AnyStrategy) => readIfThere(`test/validate/kinds/${fileOf(kind)}.test.ts`);

/** What a kind has to have, and whether it has it. */
const PLACES: { readonly [place: string]: (strategy: AnyStrategy) => boolean } = {
  'lib/validate/schema': ({ apiVersion, kind }) => kindOf(apiVersion, kind) !== undefined,
  'lib/validate/kinds/<kind>.ts': ({ apiVersion, kind }) =>
    readIfThere(`lib/validate/kinds/${fileOf(kind)}.ts`).includes(
      `  apiVersion: '${apiVersion}',\n  kind: '${kind}',\n`,
    ),
  'a test of its metadata': (strategy) =>
    !(strategy.names || strategy.generationSince !== undefined || strategy.genericMetadata) ||
    inTable(tables.metadata, strategy),
  'a test of what is dropped': (strategy) =>
    !strategy.dropDisabledFields || holdsPods(strategy) || inTable(tables.dropped, strategy),
  'an object that a server returned': (strategy) =>
    !strategy.applyDefaults || returned.has(nameOf(strategy)) || inTable(tables.defaulted, strategy),
  'a fixture with what is refused': (strategy) => !strategy.validate || fixtures.has(nameOf(strategy)),
  'a test of its warnings': (strategy) =>
    !strategy.warn || holdsPods(strategy) || inTable(tables.warnings, strategy),
};

/** Its Pods have the tests of Pods. */
const holdsPods = ({ kind, validate }: AnyStrategy) =>
  validate !== undefined && /Pod|Job|Set$|Deployment|Controller/.test(kind);

/** A test of the kind's own stands for all others. */
const isThere = (place: string, strategy: AnyStrategy) =>
  (place.startsWith('a') && ownTest(strategy).includes(`'${strategy.kind}'`)) || PLACES[place](strategy);

test.each(STRATEGIES.map((strategy) => [nameOf(strategy), strategy] as const))(
  '%s is complete',
  (_, strategy) => {
    const missing = Object.keys(PLACES).filter((place) => !isThere(place, strategy));
    expect(missing.map((place) => place.replace('<kind>', fileOf(strategy.kind)))).toEqual([]);
  },
);

test('each file is a kind of the index, which lists each once', () => {
  const files = readdirSync(KINDS)
    .filter((file) => file.endsWith('.ts') && !['index.ts', 'strategy.ts'].includes(file))
    .map((file) => file.replace('.ts', ''));
  expect([...new Set(STRATEGIES.map(({ kind }) => fileOf(kind)))].sort()).toEqual(files.sort());
  expect(new Set(STRATEGIES.map(nameOf)).size).toBe(STRATEGIES.length);
});

/** Sentences of the docs that list kinds. */
const LISTS: readonly (readonly [
  page: string,
  sentence: RegExp,
  listed: (strategy: AnyStrategy) => boolean,
])[] = [
  [
    'coming-from-kubeconform.md',
    /(?<=\*\*Fully validated\*\*, as by kube-apiserver: )[^.]+(?=\.)/,
    ({ validate }) => validate !== undefined,
  ],
  [
    'validation.md',
    /(?<=word by word: `npm run parity`\.\sFor )[^.]+?(?=\sall of them agree)/,
    ({ validate }) => validate !== undefined,
  ],
  [
    'defaulted.md',
    /(?<=^## Supported kinds\n\n)[^.]+(?=\.)/m,
    ({ applyDefaults }) => applyDefaults !== undefined,
  ],
];

test.each(LISTS)('%s names the kinds', (page, sentence, listed) => {
  const text = read(join('docs', page));
  const kinds = [...new Set(STRATEGIES.filter(listed).map(({ kind }) => kind))];
  const named = sentence.exec(text)![0].split(/,\s+and\s+|,\s+|\s+and\s+/);
  if (process.env.UPDATE_DOCS && named.length !== kinds.length) {
    const all = [
      ...named.filter((kind) => kinds.includes(kind)),
      ...kinds.filter((kind) => !named.includes(kind)),
    ];
    writeFileSync(
      join(ROOT, 'docs', page),
      text.replace(sentence, `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`),
    );
  } else {
    expect([...named].sort()).toEqual([...kinds].sort());
  }
});

test('CONTRIBUTING names each place', () => {
  const [, recipe] = /^## A new kind$([^]*?)^## /m.exec(read('CONTRIBUTING.md'))!;
  expect(Object.keys(PLACES).filter((place) => !recipe.includes(place))).toEqual([]);
});
