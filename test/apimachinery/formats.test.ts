import { dnsLabel, dnsSubdomain } from '../../lib/apimachinery/dns';
import { configKey, envName, headerName } from '../../lib/apimachinery/keys';
import { labelValue, qualifiedName } from '../../lib/apimachinery/labels';
import { descendingPath, nonReservedPath } from '../../lib/apimachinery/local-path';
import { portName, portNumber } from '../../lib/apimachinery/ports';

type Format = (text: string) => readonly string[];

const formats: { readonly [name: string]: Format } = {
  dnsLabel,
  dnsSubdomain: (text) => dnsSubdomain(text),
  qualifiedName: (text) => qualifiedName(text, 36),
  labelValue: (text) => labelValue(text, 36),
  portName,
  configKey,
  headerName,
  envName: (text) => envName(text, 36),
  strictEnvName: (text) => envName(text, 31),
  descendingPath,
  nonReservedPath,
};

test.each([
  ['dnsLabel', ['a', 'a-b', '0', 'a'.repeat(63)]],
  ['dnsSubdomain', ['a', 'a.b-c.d', 'a'.repeat(63) + '.b', '9.9']],
  ['qualifiedName', ['a', 'A_b.c-d', 'example.com/A', 'a'.repeat(63)]],
  ['labelValue', ['', 'a', 'A_b.c-9']],
  ['portName', ['http', 'a-1', '1a', 'a'.repeat(15)]],
  ['configKey', ['a', '.a', 'A_b-c.d']],
  ['headerName', ['X-Header', '9']],
  ['envName', ['A', 'a b', '1', '!', 'a-b.c']],
  ['strictEnvName', ['A', '_a', 'a-b.c']],
  ['descendingPath', ['a/b', '..a', 'a..']],
  ['nonReservedPath', ['a/b', 'a..b']],
])('%s takes %j', (name, texts) => {
  for (const text of texts) expect([text, formats[name](text)]).toEqual([text, []]);
});

test.each([
  ['dnsLabel', ['', 'A', '-a', 'a-', 'a_b', 'a.b', 'é', 'a\n', 'a'.repeat(64)]],
  ['dnsSubdomain', ['', '.a', 'a..b', 'a.', 'A.b', 'a'.repeat(254)]],
  [
    'qualifiedName',
    ['', '/', 'a/', '/a', 'a/b/c', 'Example.com/a', '-a', 'a'.repeat(64), `${'a'.repeat(254)}/b`],
  ],
  ['labelValue', ['-a', 'a b', 'é', 'a'.repeat(64)]],
  ['portName', ['', '80', 'a--b', '-a', 'a-', 'A', 'a'.repeat(16)]],
  ['configKey', ['', '.', '..', '..a', 'a/b', 'a'.repeat(254)]],
  ['headerName', ['', 'a b', 'X_Y']],
  ['envName', ['', 'a=b', 'é', 'a\n']],
  ['strictEnvName', ['', '1a', 'a b', '..a']],
  ['descendingPath', ['/a', 'a/../b', '/..']],
  ['nonReservedPath', ['..', '..a', '../a']],
])('%s refuses in the words of a server', (name, texts) => {
  expect(
    Object.fromEntries(
      texts.map((text) => [
        text.length > 40 ? `${text.slice(0, 3)}… (${text.length})` : text,
        formats[name](text),
      ]),
    ),
  ).toMatchSnapshot();
});

test('ports are 1 to 65535', () => {
  expect([portNumber(1), portNumber(65535)]).toEqual([[], []]);
  expect([0, -1, 65536].flatMap(portNumber)).toEqual(Array(3).fill('must be between 1 and 65535, inclusive'));
});

test('label texts speak of characters up to 1.34', () => {
  expect(labelValue('a'.repeat(64), 34)).toEqual(['must be no more than 63 characters']);
  expect(labelValue('a'.repeat(64), 35)).toEqual(['must be no more than 63 bytes']);
  expect(qualifiedName('a/b/c', 34)[0]).toMatch(/^a qualified name must consist/);
});
