import { ManifestValidator } from '../../lib';
import { Source } from '../../lib/manifest/source';

const valueOf = (text: string) => [...new Source(text).documents()][0];

/* What kubectl 1.36 reads of the same texts. */
test.each([
  ['a bracket below its key', 'args: [\n  "a",\n  "b",\n]\n', { args: ['a', 'b'] }],
  [
    'a bracket in a list',
    'c:\n- args: [\n  "a" # the first\n  ,\n\n# between\n  "b"\n  ]\n  d: 1\n',
    { c: [{ args: ['a', 'b'], d: 1 }] },
  ],
  ['a hash that is no comment', 'a:\n  b: ["x # y",\n"z"]\n', { a: { b: ['x # y', 'z'] } }],
  ['a brace', 'a:\n  b: {\n  c: 1,\n  d: 2\n}\n', { a: { b: { c: 1, d: 2 } } }],
  ['a tab between entries', '- {a: 1,\tb: 2}\n', [{ a: 1, b: 2 }]],
  ['a quoted text that goes on in the first column', 'a:\n  b: "one\ntwo"\n', { a: { b: 'one two' } }],
  [
    'a quoted text that goes on left of its key',
    'a:\n    b: "one  \n \n  two\\\n three # four"\n',
    { a: { b: 'one\ntwothree # four' } },
  ],
  [
    'quoted texts that go on after tabs',
    "- 'it''s\n\tone'\n- {a: &b \"c\n \td\", e: *b}\n",
    ["it's one", { a: 'c d', e: 'c d' }],
  ],
])('%s', (_, text, value) => {
  const document = valueOf(text);
  expect(document.problems).toEqual([]);
  expect(document.value).toEqual(value);
});

test('places are those of the text as it is written', () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: app\n    image: nginx:1.27\n    args: [\n    "a"\n    ]\n    imgae: x\n';
  expect(
    new ManifestValidator()
      .validateYaml(pod)
      .filter(({ level }) => level === 'error')
      .map(({ rule, position }) => [rule, position]),
  ).toEqual([['unknown-field', { line: 11, column: 5 }]]);
});

test('a key stands on one line', () => {
  const { problems } = valueOf('a:\n  "b\nc": 1\n');
  expect(problems.map(({ message }) => message)).toEqual(['mapping values are not allowed in this context']);
});

test('what begins a document ends a quoted text', () => {
  const { problems } = valueOf('a:\n  b: "one\n...\n two"\n');
  expect(problems.map(({ message }) => message)).toEqual(['found unexpected document indicator']);
});
