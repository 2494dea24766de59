import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { Source } from '../../lib/manifest/source';
import { changedIn, type Read } from '../../lib/written/read-back';
import { mayChangeIn } from '../../lib/written/suspects';
import { toYaml, writtenByCdk8s } from '../../lib/written/yaml';

/** A manifest with a text in one of the places where texts stand. */
const PLACES: { readonly [place: string]: (text: string) => object } = {
  'the value of a field': (text) => ({ spec: { hostname: text, nodeName: 'a' } }),
  'an item of a list': (text) => ({ args: [text, 'a'] }),
  'a field in a list': (text) => ({ env: [{ name: 'A', value: text }] }),
  'the value of an annotation': (text) => ({ metadata: { annotations: { 'example.com/a': text } } }),
  'the key of a label': (text) => ({ metadata: { labels: { [text]: 'a', b: 'c' } } }),
  'a key of data': (text) => ({ data: { [text]: 'a' } }),
  'a key of a node selector': (text) => ({ spec: { nodeSelector: { [text]: 'ssd' }, z: [1] } }),
};

const read = (yaml: string) => {
  const [document] = new Source(yaml).documents();
  return document.value;
};

const readings = (manifest: object): readonly Read[] =>
  mayChangeIn(manifest) ? changedIn(manifest, writtenByCdk8s).map((changed) => changed.read) : [];

const valueReading = (text: string) => readings(PLACES['a field in a list'](text))[0];
const keyReading = (text: string) => readings(PLACES['the key of a label'](text))[0];

describe('numbers that cdk8s leaves without quotes, as go.yaml.in/yaml/v2 reads them', () => {
  test.each([
    ['0o022', 18],
    ['0o17', 15],
    ['0O17', 15],
    ['-0o17', -15],
    ['+0o17', 15],
    ['0o1_7', 15],
    ['0_o17', 15],
    ['0X1F', 31],
    ['0_x1F', 31],
    ['0B11', 3],
    ['0_b1', 1],
    ['-_1', -1],
    ['+_1', 1],
    ['1e_3', 1000],
    ['1e3_', 1000],
    ['1e+_3', 1000],
    ['11.e_0', 11],
    ['-_.5', -0.5],
  ])('%s', (text, value) => {
    expect(valueReading(text)).toEqual({ value });
    expect(keyReading(text)).toEqual({ value: String(value) });
  });
});

test.each(
  [
    'y',
    'Yes',
    'on',
    'OFF',
    'n',
    '~',
    'null',
    'NULL',
    '',
    '0',
    '010',
    '0x1f',
    '0b11',
    '1_000',
    '1.5',
    '.5',
    '.inf',
    '-.Inf',
    '.NaN',
  ]
    .concat([
      '1e3',
      '190:20:30',
      '12:30',
      '1:2.5',
      '2001-12-14',
      '2001-12-14 21:59:43',
      '=',
      '0o8',
      '0b2',
      '_1',
      '1e',
      '0x',
    ])
    .concat([
      '- a',
      'a: b',
      'a #b',
      '*a',
      '&a',
      '!!int 1',
      '%a',
      '@a',
      '{a',
      '# a',
      'a\nb',
      ' a\nb',
      'a\n\n',
      'a\r\nb',
      '\0',
      '\x1b',
      '\xa0',
      '\ufeff',
      'é',
      '😀',
    ]),
)('%j survives', (text) => {
  for (const place of Object.values(PLACES)) {
    if (text !== '') expect(readings(place(text))).toEqual([]);
  }
});

describe('line breaks of YAML 1.1', () => {
  test.each([
    ['a\x85b', 'a b'],
    ['a\x85\x85b', 'a\nb'],
    ['\u2028', null],
    ['a: \u2028b', 'a:\u2028b'],
    ['a\nb\u2028', 'a\nb'],
  ])('%j is read as %j', (text, value) => expect(valueReading(text)).toEqual({ value }));

  test.each(['a\u2028b', 'a\u2029b', 'a\nb\u2028c', 'a \u2028 b'])('%j cannot be read', (text) =>
    expect(valueReading(text)).toEqual({ error: expect.stringMatching(/^U\+202[89] ends the line$/) }),
  );

  test.each(['a\x85b', 'a\u2028b', '"a\u2028b', 'a: \u2029b'])('%j cannot be a key', (text) =>
    expect(keyReading(text)).toHaveProperty('error'),
  );

  test.each(['"a\u2028b', 'a\u2028\nb', 'a: b\u2029\u2028c'])('%j survives as a value', (text) =>
    expect(valueReading(text)).toBeUndefined(),
  );
});

test.each([
  ['a\x7f', 'control characters are not allowed'],
  ['\x80', 'control characters are not allowed'],
  ['a\ufffe', 'control characters are not allowed'],
  ['a\ud800b', 'found invalid Unicode character escape code'],
  ['\ta\nb', 'found a tab character where an indentation space is expected'],
  ['\n\tall:\n', 'found a tab character where an indentation space is expected'],
])('%j cannot be read: %s', (text, error) => expect(valueReading(text)).toEqual({ error }));

test('a key that merges maps', () => {
  expect(keyReading('<<')).toEqual({ error: 'map merge requires map or sequence of maps as the value' });
  expect(readings({ properties: { '<<': { type: 'object' } } })).toHaveLength(1);
  expect(valueReading('<<')).toBeUndefined();
});

test('numbers that JSON does not have', () => {
  expect(readings({ replicas: NaN })).toHaveLength(1);
  expect(readings({ replicas: 1e21 })).toEqual([]);
});

const PIECES = [
  ...'0178.-+_oxXOBbeEaF:~<=#"\'\\%@{[,&*!?|> \n\t\r',
  ...['\0', '\x07', '\x7f', '\x80', '\x85', '\xa0', '\u2028', '\u2029', '\ufeff', '\ufffe', '\ud800', '😀'],
  ...['---', '...', 'yes', 'null', 'words '.repeat(9), '\n\n', ': ', ' #', '0o', '0X'],
];
const numberLike = fc.string({ unit: fc.constantFrom(...'0178.-+_oxXOBbeE:aF'), maxLength: 7 });
const anyText = fc.oneof(
  numberLike,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
);
const manifests = fc
  .tuple(anyText, fc.constantFrom(...Object.values(PLACES)))
  .map(([text, place]) => place(text));

test('what is not reported is read back unchanged', () => {
  fc.assert(
    fc.property(manifests, (manifest) => {
      if (!readings(manifest).length) expect(read(Yaml.stringify(manifest))).toEqual(manifest);
    }),
    { numRuns: 5000 },
  );
});

test('what our writer writes is read back unchanged, except halves of surrogate pairs', () => {
  fc.assert(
    fc.property(manifests, (manifest) => {
      fc.pre(!/\\ud[89a-f]/.test(JSON.stringify(manifest)));
      const yaml = toYaml(manifest);
      expect(yaml).not.toMatch(/[\x7f-\x9f\u2028\u2029\ufffe]/);
      expect(read(yaml)).toEqual(manifest);
    }),
    { numRuns: 5000 },
  );
});

test('our writer changes nothing else: not even anchors', () => {
  const shared = { a: 1 };
  const manifest = { quoted0E: 'quoted1E', one: shared, two: shared, mode: '0o644' };
  expect(toYaml(manifest)).toBe(Yaml.stringify(manifest).replace('0o644', '"0o644"'));
  expect(toYaml({ a: 'b' }, { c: 'd' })).toBe('a: b\n---\nc: d\n');
});
