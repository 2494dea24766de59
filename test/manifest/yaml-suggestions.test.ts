import { ManifestValidator } from '../../lib';

/** Position and suggestion of what is wrong with a text. */
const suggestionOf = (text: string) =>
  new ManifestValidator()
    .validateYaml(text)
    .map(({ rule, position, suggestion }) => [rule, `${position!.line}:${position!.column}`, suggestion]);

test.each([
  [
    'marks of a merge',
    '<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> topic\n',
    '2:2',
    'resolve the merge conflict',
  ],
  [
    'an open bracket',
    'a: [\n',
    '1:4',
    'close the open bracket, brace or quote before this line, or indent the line further',
  ],
  ['an open quote', 'a: "b\nc: d\n', '1:4', 'close the quotes'],
  [
    'a missing comma',
    'a: ["b" "c"]\n',
    '1:9',
    'separate the entries with a comma, or close the bracket or brace first',
  ],
  ['a sign at the start', 'a: @b\n', '1:4', 'quote the value: a plain value cannot start with "@"'],
  ['a lone star', 'a: *\n', '1:5', 'quote a value that starts with "*" or "&"'],
  [
    'a colon in a value',
    'a: b: c\n',
    '1:5',
    'give sibling keys the same indentation, and quote values that contain ": "',
  ],
  [
    'a list and a map',
    '- a\nb: c\n',
    '2:1',
    'align all entries in one column, and do not mix a list with a map',
  ],
  ['text behind a bar', 'a: |b\n  c\n', '1:5', 'put the content on the next line, indented'],
  [
    'a key without a colon',
    'a: b\nc\nd: e\n',
    '2:1',
    'put a colon and a space after the key, or indent the line further if it continues the one before',
  ],
  [
    'a list behind a key',
    'a: - b\n',
    '1:4',
    'put the list on its own lines, or quote a value that starts with "- "',
  ],
  ['a control character', 'a: b\u0001\n', '1:5', 'remove the character U+0001'],
  [
    'a backslash',
    'a: "C:\\dir"\n',
    '1:7',
    'write \\\\ for a backslash in double quotes, or use single quotes',
  ],
  ['a tab', 'a:\n\tb: c\n', '2:1', 'replace U+0009 (tab) with spaces'],
])('%s', (_, text, place, suggestion) =>
  expect(suggestionOf(text)).toEqual([['yaml-syntax', place, suggestion]]),
);

test.each([
  ['a template', 'metadata:\n  name: {{ .Values.name }}\n', '2:10', 'helm template CHART'],
  [
    'a template on a line of its own',
    'kind: Pod\n{{- if .Values.x }}\nspec: {}\n{{- end }}\n',
    '2:1',
    'helm template CHART',
  ],
  ['a placeholder in braces', 'metadata: {name: ${APP}-web}\n', '1:19', 'envsubst < FILE'],
])('%s', (_, text, place, command) =>
  expect(suggestionOf(text)).toEqual([
    ['not-a-manifest', place, `validate the manifests that it becomes: ${command} | pod-patterns validate -`],
  ]),
);
