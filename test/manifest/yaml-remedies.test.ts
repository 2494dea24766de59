import { ManifestValidator } from '../../lib';

/** Place and remedy of what is wrong with a text. */
const remedyOf = (text: string) =>
  new ManifestValidator()
    .validateYaml(text)
    .map(({ rule, position, suggestion }) => [rule, `${position!.line}:${position!.column}`, suggestion]);

test.each([
  [
    'a template',
    'metadata:\n  name: {{ .Values.name }}\n',
    '2:10',
    'this is a template: render it first, as helm template does',
  ],
  [
    'a template on a line of its own',
    'kind: Pod\n{{- if .Values.x }}\nspec: {}\n{{- end }}\n',
    '2:3',
    'this is a template: render it first, as helm template does',
  ],
  [
    'marks of a merge',
    '<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> topic\n',
    '2:2',
    'settle the merge conflict whose marks are left here',
  ],
  [
    'an open bracket',
    'a: [\n',
    '2:1',
    'close the bracket, brace or quote that is open before, or indent this line further',
  ],
  [
    'an open quote',
    'a: "b\nc: d\n',
    '2:1',
    'close the bracket, brace or quote that is open before, or indent this line further',
  ],
  [
    'a missing comma',
    'a: ["b" "c"]\n',
    '1:9',
    'put a comma between the entries, or close the bracket or brace before',
  ],
  ['a sign at the start', 'a: @b\n', '1:4', 'put the value in quotes: none begins with "@"'],
  ['a lone star', 'a: *\n', '1:5', 'put a value that begins with "*" in quotes'],
  [
    'a colon in a value',
    'a: b: c\n',
    '1:5',
    'give sibling keys the same indentation, and quote values that hold ": "',
  ],
  [
    'a list and a map',
    '- a\nb: c\n',
    '2:1',
    'begin each entry in the column of the one before, and do not mix a list with a map',
  ],
  ['text behind a bar', 'a: |b\n  c\n', '1:5', 'put the text on the next line, indented'],
  ['a tab', 'a:\n\tb: c\n', '2:1', 'indent with spaces: YAML allows no tabs there'],
])('%s', (_, text, place, remedy) => expect(remedyOf(text)).toEqual([['yaml-syntax', place, remedy]]));
