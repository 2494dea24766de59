import { join } from 'node:path';
import { commandsOf, PageApp, runPage } from './app-page';
import { blocksOf, rewrite } from './blocks';

const PAGE = join(__dirname, '../../docs/getting-started.md');
const UPDATE = process.env.UPDATE_DOCS === '1';
const SLOW = 120_000;

const blocks = blocksOf(PAGE);
const app = new PageApp();

test(
  'the page makes an app that works, and prints what it shows',
  () => {
    const wrong = runPage(blocks, app).filter(({ right }) => !right);
    // What a page shortens by "…" is shortened again by hand: it may hold paths of this machine.
    const updated = wrong.filter(({ output }) => UPDATE && output && !output.code.includes('…'));
    updated.forEach(({ output, printed }) => rewrite(PAGE, output!, printed));
    expect(wrong.filter((result) => !updated.includes(result))).toEqual([]);
  },
  SLOW,
);

test(
  'every command of the workflow passes in the app',
  () => {
    const workflow = blocks.find(({ note }) => note.startsWith('.github/'))!;
    const commands = commandsOf(workflow.code).filter((command) => command !== 'npm ci');
    expect(commands.map((command) => app.run(command)).filter(({ status }) => status !== 0)).toEqual([]);
    expect(commands).toHaveLength(3);
  },
  SLOW,
);

test(
  'the app compiles',
  () => {
    expect(app.run('npx tsc')).toEqual({ status: 0, printed: '' });
  },
  SLOW,
);
