import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blocksOf, rewrite } from './blocks';

const PAGE = `# Page

\`\`\`ts
program();
\`\`\`

\`\`\`yaml
a: 1
\`\`\`

\`\`\`console
$ command
\`\`\`

\`\`\`text
one
\`\`\`

The end.
`;

describe('outputs of a page are written to their blocks', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'page.md');
  const rewritten = (outputs: { readonly [index: number]: string }, order: readonly number[]) => {
    writeFileSync(file, PAGE);
    const blocks = blocksOf(file);
    for (const index of order) rewrite(file, blocks[index], outputs[index]);
    return readFileSync(file, 'utf8');
  };

  test.each([
    ['longer', { 1: 'a: 1\nb: 2\nc: 3\n', 3: 'one\ntwo\nthree\n' }],
    ['shorter', { 1: '', 3: '' }],
    ['with what a replacement would take for a sign', { 1: "$& $1 $'\n", 3: '$$\n' }],
  ])('%s, in any order', (_, outputs) => {
    const expected = PAGE.replace('a: 1\n', () => outputs[1]).replace('one\n', () => outputs[3]);
    expect(rewritten(outputs, [1, 3])).toBe(expected);
    expect(rewritten(outputs, [3, 1])).toBe(expected);
  });

  test('the same as before leaves the page as it is', () =>
    expect(rewritten({ 1: 'a: 1\n', 3: 'one\n' }, [3, 1])).toBe(PAGE));
});
