import { join } from 'node:path';
import { commandsOf, PageApp } from './app-page';
import { type Block, blocksOf, rewrite } from './blocks';

const PAGE = join(__dirname, '../../docs/getting-started.md');
const UPDATE = process.env.UPDATE_DOCS === '1';
const SLOW = 120_000;

const blocks = blocksOf(PAGE);
const app = new PageApp();

/** Runs a block of commands, and compares what the last one printed with the text that follows, if any. */
function runBlock({ code }: Block, output: Block | undefined): string {
  const results = code.trim().split('\n').map((line) => app.run(line.replace('$ ', '')));
  const { status, printed } = results.at(-1)!;
  const failing = output?.code.includes('Error: ') ?? false;
  if (!UPDATE) expect([status !== 0, printed]).toEqual([failing, expect.anything()]);
  app.mend();
  return `${printed}\n`;
}

/** What the page shows of an output: `…` in a line of its own stands for any lines. */
function shows(page: string, printed: string): boolean {
  const parts = page.split(/^…\n/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.*\\n)*')}$`).test(printed);
}

test('the page makes an app that works, and prints what it shows', () => {
  const outputs: [Block, string][] = [];
  blocks.forEach((block, index) => {
    if (block.language !== 'console') return block.note && app.write(block);
    const next = blocks[index + 1];
    const output = next.language === 'text' ? next : undefined;
    const printed = runBlock(block, output);
    if (output) outputs.push([output, printed]);
  });
  const differing = outputs.filter(([{ code }, printed]) => !shows(code, printed));
  if (UPDATE) differing.forEach(([output, printed]) => rewrite(PAGE, output, printed));
  else expect(differing.map(([, printed]) => printed)).toEqual(differing.map(([{ code }]) => code));
}, SLOW);

test('every command of the workflow passes in the app', () => {
  const workflow = blocks.find(({ note }) => note.startsWith('.github/'))!;
  const commands = commandsOf(workflow.code).filter((command) => command !== 'npm ci');
  expect(commands.map((command) => app.run(command)).filter(({ status }) => status !== 0)).toEqual([]);
  expect(commands).toHaveLength(3);
}, SLOW);

test('the app compiles', () => {
  expect(app.run('npx tsc')).toEqual({ status: 0, printed: '' });
}, SLOW);
