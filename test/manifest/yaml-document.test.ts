import { Source } from '../../lib/manifest/source';

const documents = (text: string) => [...new Source(text).documents()];
const value = (text: string) => documents(text)[0].value;
const problem = (text: string) => documents(text)[0].problems[0];

test('maps, lists and scalars', () => {
  expect(
    value('a: [1, "2", {b: c}]\nd:\n- e: |\n    two\n    lines\n  f: >-\n    folded\n    text\n'),
  ).toEqual({
    a: [1, '2', { b: 'c' }],
    d: [{ e: 'two\nlines\n', f: 'folded text' }],
  });
});

test('keys of any scalar type become strings', () => {
  expect(value('1: a\ntrue: b\nyes: c\n0x10: d\n"q": e')).toEqual({ 1: 'a', true: 'c', 16: 'd', q: 'e' });
});

test('aliases repeat values, merge keys merge maps', () => {
  expect(value('a: &x {b: 1, c: 2}\nd: *x\ne:\n  <<: *x\n  c: 3\nf: {<<: [{g: 1}, {g: 2, h: 3}]}')).toEqual({
    a: { b: 1, c: 2 },
    d: { b: 1, c: 2 },
    e: { b: 1, c: 3 },
    f: { g: 1, h: 3 },
  });
  expect(value('"<<": {a: 1}')).toEqual({ '<<': { a: 1 } });
});

test('__proto__ is a key like any other', () => {
  const read = value('__proto__: {polluted: true}\na: 1') as object;
  expect(Object.keys(read)).toEqual(['__proto__', 'a']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

test('the last of duplicate keys wins, and the duplicate is told with both places', () => {
  const [document] = documents('a: 1\nb: 2\na: 3\n');
  expect(document.value).toEqual({ a: 3, b: 2 });
  expect(document.problems).toEqual([
    { rule: 'duplicate-key', message: 'key "a" is already set', offset: 10, first: 0 },
  ]);
});

test.each([
  ['a: *nope', "unknown anchor 'nope' referenced", 3],
  ['a: &s {b: *s}', "anchor 's' value contains itself", 10],
  ['<<: 1', 'map merge requires map or sequence of maps as the value', 0],
  ['a: .inf', 'Infinity is not a JSON value', 3],
  ['a: !!int x', 'cannot decode !!str `x` as a !!int', 3],
  ['~: 1', 'empty key', 0],
  ['[a]: 1', 'a list or map used as a key', 0],
  ['a:\n\tb: 1', 'found character that cannot start any token', 3],
])('%j is refused: %s', (text, message, offset) => {
  expect(problem(text)).toMatchObject({ rule: 'yaml-syntax', message, offset });
});

test('a document that does not parse does not hide the next', () => {
  const [first, second] = documents('a: "x\n---\nb: 1\n');
  expect(first.problems[0].rule).toBe('yaml-syntax');
  expect(second.value).toEqual({ b: 1 });
});

test('a billion laughs end at once', () => {
  const levels = Array.from(
    { length: 30 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
  );
  const started = Date.now();
  expect(problem(`a0: &a0 lol\n${levels.join('\n')}\n`).message).toBe('document contains excessive aliasing');
  expect(Date.now() - started).toBeLessThan(2000);
});

test('deep nesting and giant documents are refused', () => {
  expect(problem(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`).rule).toBe('yaml-syntax');
  expect(problem(`a: ${'x'.repeat(17 * 1024 * 1024)}`).message).toMatch(/^the document has \d+ characters/);
});

describe('places', () => {
  const text =
    'x: 0\n---\nspec:\n  containers:\n  - name: "app"\n    image: nginx\n  - {name: b}\n  note: |\n    long\n  name: a\n  name: b\n';
  const [, document] = documents(text);
  const shown = (...path: (string | number)[]) => {
    const { key, value: at, complete } = document.locate(path);
    return [
      text.slice(key).split('\n')[0],
      at === undefined ? undefined : text.slice(at).split('\n')[0],
      complete,
    ];
  };

  test.each([
    [
      ['spec', 'containers', 0, 'name'],
      ['name: "app"', '"app"', true],
    ],
    [
      ['spec', 'containers', 1, 'name'],
      ['name: b}', 'b}', true],
    ],
    [
      ['spec', 'containers', 1],
      ['{name: b}', undefined, true],
    ],
    [
      ['spec', 'note'],
      ['note: |', undefined, true],
    ],
    [
      ['spec', 'name'],
      ['name: b', 'b', true],
    ],
    [
      ['spec', 'containers', 0, 'ports', 3, 'name'],
      ['name: "app"', undefined, false],
    ],
    [
      ['spec', 'volumes'],
      ['spec:', undefined, false],
    ],
    [['metadata'], ['spec:', undefined, false]],
    [[], ['spec:', undefined, true]],
  ])('%j', (path, expected) => {
    expect(shown(...path)).toEqual(expected);
  });
});
