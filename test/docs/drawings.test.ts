import { join } from 'node:path';
import { blocksOf } from './blocks';
import { isDrawing, looseEnds } from './drawings';
import { PAGES, ROOT } from './pages';

const drawings = PAGES.flatMap((page) =>
  blocksOf(join(ROOT, page))
    .filter(isDrawing)
    .map(({ line, code }): [page: string, line: number, code: string] => [page, line, code]),
);

test.each(drawings)('the drawing of %s in line %d is aligned', (_page, _line, code) =>
  expect(looseEnds(code)).toEqual([]),
);

test('there are drawings: one for each pattern', () => {
  const pages = new Set(drawings.map(([page]) => page));
  expect(PAGES.filter((page) => page.startsWith('docs/patterns/') && !pages.has(page))).toEqual([]);
});

describe('what is not aligned is found', () => {
  const BOX = '┌ Pod ─┐\n│ main │\n└──┬───┘\n   └─▶ x\n';
  test('an aligned box has no loose ends', () => expect(looseEnds(BOX)).toEqual([]));

  test.each([
    ['a line too long', BOX.replace('main ', 'main  '), ['1:8 ┐', '2:9 │', '3:8 ┘']],
    ['a line too short', BOX.replace(' main', 'main'), ['1:8 ┐', '2:7 │', '3:8 ┘']],
    ['a bottom too long', BOX.replace('┬───', '┬────'), ['2:8 │', '3:9 ┘']],
    ['a branch beside its line', BOX.replace('   └', '  └'), ['3:4 ┬', '4:3 └']],
    ['a box without a bottom', BOX.split('└')[0], ['2:1 │', '2:8 │']],
  ])('%s', (_, drawing, ends) => expect(looseEnds(drawing)).toEqual(ends));
});
