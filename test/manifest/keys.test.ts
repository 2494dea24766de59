import { Source } from '../../lib/manifest/source';

const documentOf = (text: string) => [...new Source(text).documents()][0];

/* What kubectl 1.32 makes of keys that are no strings. */
test.each([
  ['true', 'true'],
  ['010', '8'],
  ['0x1F', '31'],
  ['1.10', '1.1'],
  ['1.0', '1'],
  ['1e3', '1000'],
  ['1e6', '1e+06'],
  ['1e-5', '1e-05'],
  ['16777217.0', '1.6777216e+07'],
  ['-0.0', '-0'],
  ['3.4e39', '.inf'],
  ['-.inf', '-.inf'],
  ['.NaN', '.nan'],
  ['-9223372036854775808', '-9223372036854775808'],
  ['99999999999999999999', '1e+20'],
  ['!x 1', '1'],
])('%s is the key %s, and found by it', (written, key) => {
  const document = documentOf(`a: 0\n${written}: 1\n`);
  expect(document.value).toEqual({ a: 0, [key]: 1 });
  expect(document.locate([key])).toMatchObject({ complete: true, value: written.length + 7 });
});

test('a key above what an int64 holds is refused', () => {
  expect(documentOf('18446744073709551615: 1\n').problems).toMatchObject([
    {
      message: 'unsupported map key of type: uint64',
      suggestion: 'quote the key: "18446744073709551615"',
    },
  ]);
});

test.each(['~', 'null', 'Null'])('a key that is null is quoted as it stands: %s', (key) => {
  expect(documentOf(`a: {${key}: 1}\n`).problems).toMatchObject([
    { message: 'empty key', suggestion: `quote the key: "${key}"` },
  ]);
});

test.each(['a: &x b: c\n', 'a: !!str b: c\n', 'a:\n- b: &x "c": d\n'])(
  'a map begins in a line of its own: %j',
  (text) => {
    expect(documentOf(text).problems).toMatchObject([
      { message: 'mapping values are not allowed in this context' },
    ]);
  },
);

test.each([
  ['a: &x\n  &y b: c\n', { a: { b: 'c' } }],
  ['- &x a: b\n', [{ a: 'b' }]],
  ['? a\n: &x b: c\n', { a: { b: 'c' } }],
  ['a: !!map\n  !!str b: c\n', { a: { b: 'c' } }],
])('or where it may: %j', (text, value) => expect(documentOf(text).value).toEqual(value));
