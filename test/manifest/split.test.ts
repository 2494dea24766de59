import { documentTexts } from '../../lib/manifest/split';

const texts = (text: string) => [...documentTexts(text)].map((part) => part.text);

test('documents are what stands between lines that begin with ---', () => {
  expect(texts('a: 1\n---\nb: 2\n--- # with a comment\nc: 3')).toEqual(['a: 1\n', 'b: 2\n', 'c: 3\n']);
});

test('empty documents are left out', () => {
  expect(texts('---\n\n---\na: 1\n---\n---\n')).toEqual(['a: 1\n']);
  expect(texts('---\na: 1\n')).toEqual(['---\na: 1\n']);
  expect(texts('')).toEqual([]);
});

test('CRLF, a separator at the very end, and one inside of a block scalar', () => {
  expect(texts('a: 1\r\n---\r\nb: 2\r\n---')).toEqual(['a: 1\r\n', 'b: 2\r\n']);
  expect(texts('a: |\n  x\n---\n  y\n')).toEqual(['a: |\n  x\n', '  y\n']);
});

test('only a line feed ends the line before a separator', () => {
  expect(texts('a: 1\r---\u2028---\n---\nb: 2\n')).toEqual(['a: 1\r---\u2028---\n', 'b: 2\n']);
});

test('text after a separator is kept with its place', () => {
  expect([...documentTexts('a: 1\n--- b\nc: 1\n')][1]).toEqual({
    text: 'c: 1\n',
    offset: 11,
    badSeparator: { text: 'b', offset: 5 },
  });
});
