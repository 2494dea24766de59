import { Lines, textOf, UnreadableText } from '../../lib/manifest/text';

test.each([
  ['UTF-8', Buffer.from('a: é')],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffa: é')],
  ['UTF-16 little endian', Buffer.from('\ufeffa: é', 'utf16le')],
  ['UTF-16 big endian', Buffer.from('\ufeffa: é', 'utf16le').swap16()],
])('%s is read', (_, bytes) => {
  expect(textOf(bytes)).toBe('a: é');
});

test('a binary file is refused with the place of its first NUL', () => {
  expect(() => textOf(Buffer.from('ab\0c'))).toThrow(
    new UnreadableText('is a binary file: found a NUL byte at offset 2'),
  );
});

test('offsets become lines and columns, whatever ends the lines', () => {
  const lines = new Lines('ab\ncd\r\nef\rgh');
  expect([0, 1, 3, 5, 7, 8, 10, 11].map((offset) => lines.at(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 2, column: 1 },
    { line: 2, column: 3 },
    { line: 3, column: 1 },
    { line: 3, column: 2 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
  ]);
  expect([1, 2, 3, 4].map((line) => lines.line(line))).toEqual(['ab', 'cd', 'ef', 'gh']);
});
