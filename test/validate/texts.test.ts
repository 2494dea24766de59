import { closest } from '../../lib/validate/closest';
import { json, quote } from '../../lib/go/format';
import { KNOWN_VERSIONS, minorOf } from '../../lib/validate/kubernetes-version';
import { FieldPath } from '../../lib/validate/path';

test('paths are written as a server writes them', () => {
  const container = FieldPath.of('spec').field('containers').index(0);
  expect(
    [
      FieldPath.ROOT,
      container,
      container.field('env').index(1).field('name'),
      FieldPath.of('metadata').field('labels').key('a.b/c'),
      FieldPath.ROOT.field('kind'),
    ].map(String),
  ).toEqual(['', 'spec.containers[0]', 'spec.containers[0].env[1].name', 'metadata.labels[a.b/c]', 'kind']);
});

test('paths know their parts', () => {
  const path = FieldPath.of('spec').field('containers').index(0).field('resources', 'limits').key('cpu');
  expect(path.segments()).toEqual(['spec', 'containers', 0, 'resources', 'limits', 'cpu']);
  expect(path.names()).toEqual(['spec', 'containers', 'resources', 'limits']);
  expect([
    path.last,
    String(FieldPath.of('a').field('b').sibling('c')),
    String(FieldPath.of('a').sibling('b')),
  ]).toEqual(['cpu', 'a.c', 'b']);
});

/** As strconv.Quote writes them. */
test.each([
  ['plain é 日本 🎉', '"plain é 日本 🎉"'],
  ['"\\', '"\\"\\\\"'],
  ['\u0007\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
  ['\0\u001b\u007f', '"\\x00\\x1b\\x7f"'],
  ['\u00a0\u200b\ufeff', '"\\u00a0\\u200b\\ufeff"'],
  ['\u{e0001}', '"\\U000e0001"'],
])('%j is quoted as Go does', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

test('JSON is written as Go does', () => {
  expect(json({ a: ['<b>', '&', '\u2028'], c: null, d: 1.5, e: true })).toBe(
    '{"a":["\\u003cb\\u003e","\\u0026","\\u2028"],"c":null,"d":1.5,"e":true}',
  );
});

test.each([
  ['imgae', 'image'],
  ['Image', 'image'],
  ['image_pull_policy', 'imagePullPolicy'],
  ['nmae', 'name'],
  ['port', 'ports'],
  ['colour', undefined],
  ['x', undefined],
  ['', undefined],
])('for %j one may have meant %j', (word, meant) => {
  expect(closest(word, ['name', 'image', 'imagePullPolicy', 'ports', 'command'])).toBe(meant);
});

test('a huge word is compared in no time', () => {
  expect(closest('x'.repeat(10_000_000), ['name'])).toBeUndefined();
});

test('versions are taken with and without v and patch', () => {
  expect(['1.34', 'v1.34', '1.34.2', undefined].map(minorOf)).toEqual([34, 34, 34, 37]);
  expect(KNOWN_VERSIONS).toEqual(['1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37']);
  for (const version of ['1.29', '1.38', '2.34', '1.3', 'latest', '']) {
    expect(() => minorOf(version)).toThrow(/^unknown Kubernetes version "[^"]*": use one of 1\.30/);
  }
});
