import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Source } from '../../lib/manifest/source';
import { textOf } from '../../lib/manifest/text';
import { judge } from '../../lib/validate/engine';
import { judgeManifest, judgeText } from '../../lib/validate/judging';
import { podSecurityOf } from '../../lib/validate/pod-security/policy';
import { serverStatus } from '../../lib/validate/status';
import { MINORS } from '../../lib/validate/schema/minors';

/** Manifests rich in fields, of the kinds that are judged. */
const MANIFESTS = [...new Source(readFileSync(join(__dirname, 'robust.yaml'), 'utf8')).documents()].map(
  ({ value }) => value as object,
);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, item]) =>
      pathsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** A copy with another value at the path. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  Object.defineProperty(copy, key, {
    value: replaced((value as never)[key], rest, by),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  'a.b',
  'a/b',
  '\u0000',
  '\ud800',
];
const ODD_TEXTS = [
  '',
  ' ',
  '\n',
  '0',
  '-1',
  '1e400',
  '9'.repeat(400),
  'x'.repeat(100_000),
  '../..',
  '*/5 * * * *',
  '\ud800',
  '🦄',
  '$(A)',
  '[::1',
  '1Ei',
];

const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      false,
      0,
      -0,
      -1,
      1.5,
      2 ** 31,
      2 ** 53,
      -(2 ** 63),
      1e308,
      NaN,
      Infinity,
      10n ** 30n,
      undefined,
    ),
    fc.constantFrom(...ODD_TEXTS),
    fc.string(),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...ODD_KEYS)), tie('value'), { maxKeys: 4 }),
  ),
})).value;

const SITES = MANIFESTS.flatMap((manifest) => pathsOf(manifest).map((path) => ({ manifest, path })));
const edits = fc.array(fc.record({ site: fc.constantFrom(...SITES), value: anything }), {
  minLength: 1,
  maxLength: 3,
});

function edited(
  changes: readonly { readonly site: (typeof SITES)[number]; readonly value: unknown }[],
): unknown {
  const [
    {
      site: { manifest },
    },
  ] = changes;
  return changes
    .filter(({ site }) => site.manifest === manifest)
    .reduce<unknown>((value, { site, value: by }) => {
      try {
        return replaced(value, site.path, by);
      } catch {
        return value;
      }
    }, manifest);
}

test('maps without a prototype are reported as others are', () => {
  const manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: {
      containers: [{ name: 'a', image: 'b:1' }],
      volumes: [{ name: 'v', hostPath: [Object.create(null) as object] }],
    },
  };
  expect(judge(manifest, { minor: 36 }).findings.map(({ rule }) => rule)).toContain('field-type');
});

test('whatever stands in a manifest, the engine gives a verdict, the same for the same, and leaves the manifest alone', () => {
  expect(SITES.length).toBeGreaterThan(300);
  fc.assert(
    fc.property(edits, fc.constantFrom(...MINORS), (changes, minor) => {
      const manifest = edited(changes);
      const options = { minor, podSecurity: podSecurityOf('restricted') };
      const judgement = judge(manifest, options);
      const status = serverStatus(judgement);
      expect(status.ok).toBe(!judgement.findings.some(({ reason }) => reason));
      expect(judge(manifest, options)).toEqual(judgement);
    }),
    { numRuns: 3000 },
  );
});

test('values that are no JSON at all do not make it fail', () => {
  for (const value of [
    undefined,
    null,
    0,
    '',
    [],
    () => 0,
    Symbol('a'),
    new Map(),
    new Date(NaN),
    Object.create(null),
  ]) {
    expect(judgeManifest(value, { minor: 36 }).length).toBeGreaterThan(0);
    expect(() =>
      judgeManifest({ apiVersion: 'v1', kind: 'Pod', metadata: value, spec: value }, { minor: 36 }),
    ).not.toThrow();
  }
});

const deep = (levels: number, key: string): object => {
  let value: object = {};
  for (let level = 0; level < levels; level++) value = { [key]: value };
  return value;
};

test('deep nesting ends', () => {
  const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec });
  expect(judgeManifest(pod(deep(100_000, 'a')), { minor: 36 }).length).toBeGreaterThan(0);
  expect(judgeManifest(pod({ nodeSelector: deep(100_000, 'a') }), { minor: 36 }).length).toBeGreaterThan(0);
  expect(judgeText(`${'['.repeat(100_000)}`, undefined, { minor: 36 })).toHaveLength(1);
  expect(judgeText(`${'{a: '.repeat(100_000)}`, undefined, { minor: 36 })).toHaveLength(1);
  expect(judgeText('- '.repeat(50_000), undefined, { minor: 36 })).toHaveLength(1);
});

test.each([4_000, 100_000])('a schema of a CustomResourceDefinition may be %d levels deep', (levels) => {
  let schema: object = { type: 'string' };
  for (let level = 0; level < levels; level++) schema = { type: 'object', properties: { a: schema } };
  const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } };
  const names = { plural: 'as', singular: 'a', kind: 'A', listKind: 'AList' };
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'as.example.com' },
    spec: { group: 'example.com', scope: 'Namespaced', names, versions: [version] },
  };
  expect(() => judgeManifest(crd, { minor: 36 })).not.toThrow();
  const written = `${'{"type":"object","properties":{"a":'.repeat(levels)}{"type":"string"}${'}}'.repeat(levels)}`;
  const text = JSON.stringify({
    ...crd,
    spec: { ...crd.spec, versions: [{ ...version, schema: { openAPIV3Schema: 0 } }] },
  }).replace(':0}', `:${written}}`);
  expect(() => judgeText(text, undefined, { minor: 36 })).not.toThrow();
});

test('an object that holds itself is judged as far as the schema goes', () => {
  const spec: { [key: string]: unknown } = { containers: [{ name: 'a', image: 'b' }] };
  spec.affinity = spec;
  spec.spec = spec;
  expect(
    judgeManifest({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec }, { minor: 36 }).some(
      ({ rule }) => rule === 'unknown-field',
    ),
  ).toBe(true);
});

test('a billion laughs end in a finding', () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]`,
  );
  const [finding] = judgeText(
    `a0: &a0 lol\n${levels.join('\n')}\nkind: Pod\napiVersion: v1\n`,
    'laughs.yaml',
    { minor: 36 },
  );
  expect(finding).toMatchObject({ level: 'error', rule: 'yaml-syntax' });
});

test('a cycle of aliases ends in a finding', () => {
  expect(
    judgeText('apiVersion: v1\nkind: Pod\nspec: &s\n  a: *s\n', undefined, { minor: 36 })[0],
  ).toMatchObject({ level: 'error', rule: 'yaml-syntax' });
});

test('a huge scalar and binary content end in a finding', () => {
  const huge = textOf(
    Buffer.concat([
      Buffer.from('apiVersion: v1\nkind: Pod\nmetadata:\n  name: "'),
      Buffer.alloc(200 * 2 ** 20, 'a'),
      Buffer.from('"\n'),
    ]),
  );
  expect(judgeText(huge, undefined, { minor: 36 }).length).toBeGreaterThan(0);
  const bytes = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256));
  expect(() => textOf(bytes)).toThrow(/binary/);
});
