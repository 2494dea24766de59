import { ManifestValidator } from '../../lib';
import { Source } from '../../lib/manifest/source';
import { readDocuments } from '../../lib/kubectl/manifests/documents';

const object = (name: string, more = '') =>
  `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "${name}"}${more}}`;

const names = (text: string) =>
  [...new Source(text).documents()].map(
    ({ value }) => (value as { metadata: { name: string } }).metadata.name,
  );

const findings = (text: string, kubernetesVersion = '1.36') =>
  new ManifestValidator({ kubernetesVersion })
    .validateYaml(text)
    .filter(({ level }) => level === 'error')
    .map(({ message, position }) => [message, position!.line, position!.column]);

test.each([['\n'], [''], [' '], ['\n\n']])('objects in a row, with %j between them', (between) => {
  const text = object('a') + between + object('b');
  expect(names(text)).toEqual(['a', 'b']);
  expect(findings(text)).toEqual([]);
});

test('each of them is judged, where it stands', () => {
  const text = `${object('a')}\n  ${object('B', ', "data": {"k": 1}')}`;
  expect(findings(text).map(([, line, column]) => [line, column])).toEqual([
    [2, 86],
    [2, 66],
  ]);
});

test('text of JSON that is no YAML', () => {
  const text = '{"a": "\\/\\ud83e\\udd84", "b": "\\ud800", "c": 9007199254740993,\t"d": "\u2028"}';
  expect([...new Source(text).documents()][0].value).toEqual({
    a: '/🦄',
    b: '\ufffd',
    c: 9007199254740993n,
    d: '\u2028',
  });
});

test('a comma at the end is refused up to 1.32, and YAML from 1.33 on', () => {
  const text = `${object('a', ',')}\n`;
  const message = "json: offset 69: invalid character '}' looking for beginning of object key string";
  expect(findings(text, '1.32')).toEqual([[message, 1, 69]]);
  expect(findings(text, '1.33')).toEqual([]);
  expect(() => [...readDocuments(text, 32)]).toThrow(message);
  expect([...readDocuments(text, 33)]).toHaveLength(1);
});

test('YAML may follow JSON from 1.33 on', () => {
  const text = `${object('a')}\n---\n${object('b')}\n`;
  expect(findings(text, '1.32')).toEqual([
    ["json: offset 71: invalid character '-' in numeric literal", 2, 2],
  ]);
  expect(findings(text, '1.33')).toEqual([]);
  expect(names(text)).toEqual(['a', 'b']);
});
