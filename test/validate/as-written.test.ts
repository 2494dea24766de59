import { ManifestValidator } from '../../lib';

const validator = new ManifestValidator();
const suggestions = (text: string) =>
  validator.validateYaml(text).map(({ path, suggestion }) => [path, suggestion]);
const configMap = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: ${data}\n`;
const pod = (container: string, metadata = '{name: a}') =>
  `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\nspec: {containers: [{image: nginx:1.27, ${container}}]}\n`;

describe('a scalar that is to be a string', () => {
  test.each([
    ['47704e5', 'the number 4770400000'],
    ['1.10', 'the number 1.1'],
    ['0644', 'the number 420 (octal)'],
    ['0o17', 'the number 15 (octal)'],
    ['03788745', 'the number 3788745'],
    ['0x1F', 'the number 31 (hexadecimal)'],
    ['0b11', 'the number 3 (binary)'],
    ['1_000', 'the number 1000'],
    ['1e3', 'the number 1000'],
    ['+5', 'the number 5'],
    ['.5', 'the number 0.5'],
    ['18446744073709551616', 'the number 18446744073709552000'],
    ['off', 'the boolean false'],
    ['N', 'the boolean false'],
    ['yes', 'the boolean true'],
    ['True', 'the boolean true'],
  ])('%s is quoted as it is written', (written, read) => {
    expect(suggestions(configMap(`{a: ${written}}`))).toEqual([
      ['data[a]', `quote it: "${written}", which YAML reads as ${read}`],
    ]);
  });

  test.each(['5', '-1', '1.5', 'true', 'false'])('%s means what is written', (written) => {
    expect(suggestions(configMap(`{a: ${written}}`))).toEqual([['data[a]', `quote it: "${written}"`]]);
  });

  test('is quoted in labels, in annotations and in the name of a container', () => {
    expect(suggestions(pod('name: N', '{name: a, labels: {rev: 47704e5}, annotations: {x: off}}'))).toEqual(
      expect.arrayContaining([
        ['metadata.labels[rev]', 'quote it: "47704e5", which YAML reads as the number 4770400000'],
        ['metadata.annotations[x]', 'quote it: "off", which YAML reads as the boolean false'],
        [
          'spec.containers[0].name',
          'quote it: "N", which YAML reads as the boolean false; then rename it, for example to "n"',
        ],
      ]),
    );
  });

  test('both the key and the value of on: off are booleans', () => {
    expect(
      suggestions('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {on: off}}\n'),
    ).toEqual([
      ['', 'quote it: "on"'],
      ['metadata.annotations[true]', 'quote it: "off", which YAML reads as the boolean false'],
    ]);
  });

  test('is quoted in apiVersion, in kind and in an item of a list', () => {
    expect(suggestions('apiVersion: 1.10\nkind: Pod\n')).toEqual([
      ['apiVersion', 'quote it: "1.10", which YAML reads as the number 1.1; Pod is served by apiVersion v1'],
    ]);
    expect(suggestions('apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: off}]\n')).toEqual([
      ['kind', 'quote it: "off", which YAML reads as the boolean false'],
    ]);
    expect(suggestions(pod('name: a, args: [1.0]'))).toContainEqual([
      'spec.containers[0].args[0]',
      'quote it: "1.0", which YAML reads as the number 1',
    ]);
  });

  test('is quoted where its anchor is, and without its tag', () => {
    expect(suggestions(configMap('{a: &m 0644, b: *m, c: !!int "012"}'))).toEqual([
      ['data[a]', 'quote it: "0644", which YAML reads as the number 420 (octal)'],
      ['data[b]', 'quote it at its anchor &m: "0644", which YAML reads as the number 420 (octal)'],
      ['data[c]', 'quote it and remove !!int: "012"'],
    ]);
  });

  test.each([
    [1.1, 'use a string, not the number 1.1'],
    [false, 'use a string, not the boolean false'],
  ])('%s of a program was not written in any way', (value, suggestion) => {
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: value } };
    expect(validator.validate(manifest).map((finding) => finding.suggestion)).toEqual([suggestion]);
  });

  test('a number that is infinite is quoted as it is written', () => {
    expect(suggestions(configMap('{a: .inf}'))).toEqual([
      ['', 'quote it, if it is a text: ".inf"; otherwise use a finite number'],
    ]);
  });
});

test.each([
  ['64MB', 'did you mean "64M" or "64Mi"?'],
  ['yes', 'replace it with a quantity such as 500m, 1.5 or 128Mi'],
])('a quantity %s', (written, suggestion) => {
  expect(suggestions(pod(`name: a, resources: {limits: {memory: ${written}}}`))).toContainEqual([
    'spec.containers[0].resources.limits[memory]',
    suggestion,
  ]);
});
