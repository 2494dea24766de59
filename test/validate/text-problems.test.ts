import { ManifestValidator } from '../../lib';
import { textOf } from '../../lib/manifest/text';
import { printed } from '../support/kubectl';

/* What kubectl 1.32 accepts without a word, and does not do what was meant. */

const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const found = (text: string) =>
  new ManifestValidator().validateYaml(text).map(({ rule, level, position }) => {
    const { line, column } = position!;
    return `${level} ${rule} ${line}:${column}`;
  });

describe('content after the end of a document', () => {
  test.each([
    ['text after ...', `${MAP}...\nstray text\n`, 'warning content-ignored 5:1'],
    [
      'a manifest after ...',
      `${MAP}...\n${MAP.replace('name: a', 'name: b')}`,
      'warning content-ignored 5:1',
    ],
    ['text in the line of ...', `${MAP}... stray\n`, 'warning content-ignored 4:5'],
    ['what is not YAML', `${MAP}...\n\n# more\n}}}: [\n`, 'warning content-ignored 7:1'],
    [
      'text after a map in braces',
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}} stray\n',
      'warning content-ignored 1:56',
    ],
    ['in a second document', `${MAP}---\n${MAP}...\nx\n`, 'warning content-ignored 9:1'],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
    expect(printed(['create', '-f', '-', '--dry-run=client'], {}, text)).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  test.each([
    ['...', `${MAP}...\n`],
    ['... twice', `${MAP}...\n...\n`],
    ['a comment', `${MAP}... # the end\n# really\n`],
    ['another document', `${MAP}...\n---\n${MAP}`],
    ['... in a text', `${MAP}data:\n  a: |\n    ...\n    b\n`],
    ['JSON', '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}\n'],
  ])('%s is nothing', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('bytes that are not UTF-8', () => {
  const text = (...parts: (string | number)[]) =>
    textOf(
      Buffer.concat(
        parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))),
      ),
    );

  test.each([
    ['in a value', text(`${MAP}data:\n  k: "a`, 0xff, ' b"\n'), 'warning not-utf8 5:8'],
    ['in Latin-1', text(`${MAP}data: {k: caf`, 0xe9, '}\n'), 'warning not-utf8 4:14'],
    ['in a key', text(`${MAP}data: {x: y}\nmetadata2`, 0xff, ': a\n'), 'warning not-utf8 5:10'],
    [
      'in JSON',
      text('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"k":"a', 0xff, '"}}'),
      'warning not-utf8 1:77',
    ],
    ['in a block', text(`${MAP}data:\n  k: |\n    a\n    b`, 0xc3, '\n'), 'warning not-utf8 7:6'],
  ])('%s', (_, written, expected) => {
    expect(found(written)).toContainEqual(expected);
  });

  test('kubectl replaces them', () => {
    const bytes = Buffer.from(`${MAP}data: {k: "a?"}\n`);
    bytes[bytes.indexOf('?')] = 0xff;
    const { stdout } = printed(['create', '-f', 'a.yaml', '--dry-run=client', '-o', 'yaml'], {
      'a.yaml': { base64: bytes.toString('base64') },
    });
    expect(stdout).toContain('k: a\ufffd\n');
  });

  test('in a comment they are nothing', () => {
    expect(found(text(`# caf`, 0xe9, `\n${MAP}`))).toEqual([]);
  });

  test('an escaped U+FFFD is meant', () => {
    expect(found(`${MAP}data: {k: "\\ufffd"}\n`)).toEqual([]);
  });
});
