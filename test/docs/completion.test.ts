import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../lib/cli/program';
import { memoryWorld } from '../support/memory-world';
import { programs, testWith } from '../support/needs';
import { blocksOf } from './blocks';
import { ROOT } from './pages';

const blocks = blocksOf(join(ROOT, 'docs/command-line.md'));
const called = (name: string) => blocks.find(({ note }) => note === name)!.code.trim();

/** What bash offers for the last of these words, set up as the page says. */
async function completed(words: readonly string[]): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const [, command, file] = /cdk8s-pod-patterns (.*) > ~\/(.*)$/.exec(called('once.sh'))!;
  const world = memoryWorld({});
  expect(await run(command.split(' '), world)).toBe(0);
  writeFileSync(join(home, file), world.said.out);
  const script = `${called('bashrc.sh')}
COMP_WORDS=(pod-patterns ${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length}
"$(complete -p pod-patterns | sed 's/.*-F \\([^ ]*\\).*/\\1/')" 2> /dev/null
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, HOME: home },
  });
  return stdout.trim().split('\n');
}

testWith(programs('bash', 'sed'), 'the function of the page has the completion of the program', async () => {
  expect(await completed(['vali'])).toEqual(['validate']);
  expect(await completed(['validate', '--kub'])).toEqual([expect.stringMatching(/^--kubernetes-version=?$/)]);
});

testWith(programs('bash'), 'the function of the page passes its arguments on to npx', () => {
  const script = `npx() { printf '[%s]' "$@"; }; ${called('bashrc.sh').split('\n')[0]}; pod-patterns validate 'a b.yaml'`;
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stdout).toBe('[--no][--][cdk8s-pod-patterns][validate][a b.yaml]');
});
