import { Lines } from '../../lib/manifest/text';
import { codeFrame } from '../../lib/report/code-frame';
import { excerptOf } from '../../lib/report/excerpt';
import { columnsOf, printable } from '../../lib/text/printable';
import { findingText, summaryText } from '../../lib/report/text';
import { reportedOf, render } from './reported';

const place = { line: 1, column: 1 };
const frameOf = (text: string, line: number, column: number) =>
  codeFrame(excerptOf(new Lines(text), { line, column }), { line, column });
const finding = {
  rule: 'r' as never,
  level: 'error',
  stage: 'lint',
  resource: {},
  path: 'a',
  message: 'is wrong',
  position: place,
} as const;

/** What the caret of a frame stands under. */
function under(frame: string): string {
  const rows = frame.split('\n');
  const at = rows.findIndex((row) => /^\s+\|\s*\^$/.test(row));
  const before = columnsOf(rows[at].slice(0, -1));
  let rest = rows[at - 1];
  while (rest && columnsOf(rows[at - 1].slice(0, rows[at - 1].length - rest.length)) < before) {
    rest = [...new Intl.Segmenter().segment(rest)]
      .slice(1)
      .map(({ segment }) => segment)
      .join('');
  }
  return rest;
}

test.each([
  ['plain', 'name: X'],
  ['tabs', 'a:\t\t{b:\tX'],
  ['characters of full width', '東京: "한국어", x: X'],
  ['emoji, and letters of several characters', '"👩‍👩‍👧 é é 🇩🇪 ☃️": X'],
  ['control characters', 'a: "\u001b[31m\u0007\u202e" X'],
  ['a long line', `a: ${'x'.repeat(500)}, b: X${'y'.repeat(500)}`],
  ['a long line of wide characters', `a: ${'東'.repeat(500)}, b: X`],
])('the caret is under the place: %s', (_, line) => {
  const frame = frameOf(`first\r\n${line}\r\nlast\r\n`, 2, line.indexOf('X') + 1);
  expect(under(frame)).toMatch(/^X/);
  for (const row of frame.split('\n')) expect(row.length).toBeLessThan(180);
});

test('lines before and after, none after the last', () => {
  expect(frameOf('a\nb\nc\nd\n', 3, 1)).toBe('  2 | b\n> 3 | c\n    | ^\n  4 | d');
  expect(frameOf('a\nb\n', 2, 1)).toBe('  1 | a\n> 2 | b\n    | ^');
  expect(frameOf('a\nb\n', 3, 1)).toBe('  2 | b\n> 3 |\n    | ^');
});

test('an excerpt keeps little of a long line', () => {
  const { lines, cut } = excerptOf(new Lines(`${'x'.repeat(1e6)}\n${'y'.repeat(1e6)}`), {
    line: 1,
    column: 500_000,
  });
  expect(lines.map(({ length }) => length)).toEqual([161, 161]);
  expect(cut).toBe(499_939);
});

test('what a terminal would act on is shown instead', () => {
  expect(printable('a\u001b[2J\r\n\u0000\u007f\u009b\u202e\u200b\ud800b')).toBe('a␛[2J␍␊␀␡����b');
  expect(printable('München 東京 👩‍👩‍👧 \u0641\u200c')).toBe('München 東京 👩‍👩‍👧 \u0641\u200c');
  const text = findingText({
    finding: {
      ...finding,
      resource: { kind: 'Pod', name: '\u001b]0;x\u0007' },
      message: '\u001b[1m',
      suggestion: '\u001b[2m',
      position: { ...place, file: '\u001b[3m' },
    },
  });
  expect(text).not.toContain('\u001b');
});

test('a message that begins with its path does not say it twice', () => {
  expect(findingText({ finding: { ...finding, message: 'a: deprecated' } })).toContain('\n  a: deprecated\n');
  expect(findingText({ finding: { ...finding, message: 'a is ignored' } })).toContain('\n  a is ignored\n');
  expect(findingText({ finding: { ...finding, message: 'ab' } })).toContain('\n  a: ab\n');
});

test('findings come as they stand in the file, advice last', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    image: a\n  restartPolicy: 5\n  hostPid: true\n';
  const places = render('text', reportedOf({ file: 'a.yaml', text })).match(/^a\.yaml.*?: \w+:/gm);
  expect(places).toEqual([
    'a.yaml:7:12: warning:',
    'a.yaml:8:18: error:',
    'a.yaml:9:3: error:',
    'a.yaml:6:5: info:',
  ]);
});

test('a summary counts', () => {
  expect(summaryText({ manifests: 1, errors: 0, warnings: 0 })).toBe('1 manifest: no errors');
  expect(summaryText({ manifests: 3, errors: 1, warnings: 2, files: 2, suppressed: 4 })).toBe(
    '3 manifests in 2 files: 1 error, 2 warnings, 4 suppressed',
  );
});
