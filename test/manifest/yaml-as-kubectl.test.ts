import { Source } from '../../lib/manifest/source';

const documentOf = (text: string) => [...new Source(text).documents()][0];

/* What kubectl 1.32 reads of texts that other readers take for something else. */
test.each([
  ['a line separator within a plain text', 'a: b\u2028  c\n', { a: 'b\u2028c' }],
  ['a next-line character within a plain text', 'a: b\u0085  c\n', { a: 'b c' }],
  ['a line separator between entries', 'a: b\u2028c: d\n', { a: 'b', c: 'd' }],
  ['a line separator ends a comment', 'a: 1 # b\u2028c: 2\n', { a: 1, c: 2 }],
  ['line breaks of all kinds in quotes', "a: 'b\u2029\u0085 c\r\r\nd'\n", { a: 'b\u2029\nc d' }],
  ['a hyphen before a comma', 'a: [-, b]\n', { a: ['-', 'b'] }],
  ['a comment right behind a quote', 'a: "b"#c\n', { a: 'b' }],
  ['an escaped line end before an empty line', 'a: "b\\\n\n  c"\n', { a: 'b\nc' }],
  ['an entry of a list of maps without braces', 'a: [b: c, ? d : e]\n', { a: [{ b: 'c' }, { d: 'e' }] }],
  ['a colon right before a value', 'a: {"b":c, d:e}\n', { a: { b: 'c', 'd:e': null } }],
  ['brackets in any column', 'a:\n    b: [\nc\n]\n', { a: { b: ['c'] } }],
  ['tags that are URIs', 'a: !<tag:yaml.org,2002:str> 1\nb: !!st%72 2\nc: ! 3\n', { a: '1', b: '2', c: '3' }],
  ['a byte order mark in the middle', 'a: 1\n\ufeffb: 2\n', { a: 1, '\ufeffb': 2 }],
  ['what follows the end of a document', 'a: 1\n...\nb: [\n', { a: 1 }],
  ['a directive behind a separator', '---\n%YAML 1.1\n', null],
  ['a block of empty lines', 'a: |+\n\n  \nb: >-\n  c\n   d\n\n  e\n', { a: '\n\n', b: 'c\n d\n\ne' }],
  ['a block that the text ends in', 'a: |\n  b', { a: 'b\n' }],
])('%s', (_, text, value) => {
  const document = documentOf(text);
  expect(document.problems.filter(({ rule }) => rule !== 'content-ignored')).toEqual([]);
  expect(document.value).toEqual(value);
});

/* What kubectl 1.32 says, with the line that it names. */
test.each([
  ['a: b\u2028c\n', "could not find expected ':'", 3],
  ['a: {k: a\u2028b: c}\n', "did not find expected ',' or '}'", 1],
  ['a:\n\tb: 1\n', 'found character that cannot start any token', 2],
  ['a: b\n\tc: 1\n', 'found a tab character that violates indentation', 2],
  ['a: |\n  b\n\tc\n', 'found a tab character where an indentation space is expected', 3],
  ['a: "b\n---\n', 'found unexpected end of stream', 2],
  ['a: [b\n', "did not find expected ',' or ']'", 1],
  ['a: [-]\nb: - c\n', 'block sequence entries are not allowed in this context', 2],
  ['a: &b c: d\n', 'mapping values are not allowed in this context', 0],
  ['- a\nb: c\n', "did not find expected '-' indicator", 1],
  ['a: b\n[]: c\n', 'did not find expected key', 1],
  ['a: [[]: b]\n', "did not find expected ',' or ']'", 0],
  ['a: {[]: b}\n', "did not find expected ',' or '}'", 0],
  ['a: {[b]: c}\n', 'a list or map used as a key', 0],
  ['a: !b!c d\n', 'found undefined tag handle', 0],
  ['%YAML 1.2\n', 'found incompatible YAML document', 0],
  ['a: *b\nc: [\n', "unknown anchor 'b' referenced", 0],
  ['a: "\\/"\n', 'found unknown escape character', 0],
  [`${'k'.repeat(1025)}: a\n`, 'mapping values are not allowed in this context', 0],
])('%j is refused: %s', (text, message, line) => {
  const [problem] = documentOf(text).problems;
  expect([problem.message, problem.line ?? 0]).toEqual([message, line]);
});

test('brackets with nothing between them are the whole document, whatever follows', () => {
  expect(documentOf('[]: a\n').value).toEqual([]);
});

test('a key may have 1,024 characters, whatever their length in bytes', () => {
  const key = '🦄'.repeat(1024);
  expect(documentOf(`${key}: a\n`).value).toEqual({ [key]: 'a' });
});

test('a control character is reported after what is wrong in the 512 bytes before', () => {
  const far = `a: b: c\n${'# comment\n'.repeat(60)}\u0001\n`;
  expect(documentOf(far).problems[0].message).toBe('mapping values are not allowed in this context');
  expect(documentOf('a: b: c\n\u0001\n').problems[0].message).toBe('control characters are not allowed');
});
