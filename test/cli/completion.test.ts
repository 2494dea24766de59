import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../lib/cli/program';
import { KUBECTL_COMMANDS } from '../../lib/cli/kubectl/command-names';
import { memoryWorld } from '../support/memory-world';
import { describeWith, programs, testWith } from '../support/needs';

async function scriptFor(shell: string): Promise<string> {
  const world = memoryWorld({});
  expect(await run(['completion', shell], world)).toBe(0);
  const file = join(mkdtempSync(join(tmpdir(), 'completion-')), `pod-patterns.${shell}`);
  writeFileSync(file, world.said.out);
  return file;
}

/** What is offered for the last word of a command line. */
type Offers = readonly [words: string, offered: readonly string[] | string];

const OFFERS: readonly Offers[] = [
  ['val', ['validate']],
  ['validate --fo', ['--format']],
  ['validate --format s', ['sarif', 'status']],
  ['validate --fail-on ', ['error', 'warning']],
  ['validate --kubernetes-version 1.36', ['1.36']],
  ['validate --pod-security r', ['restricted']],
  ['explain-rule container-po', ['container-ports']],
  ['completion z', ['zsh']],
  ['help expo', ['expose']],
  ['help explain-', ['explain-rule']],
  ['cr', ['create']],
  ['create dep', ['deployment']],
  ['create secret g', ['generic']],
  ['create svc node', ['nodeport']],
  ['set i', ['image']],
  ['create deployment web --im', ['--image']],
  ['create -n prod deployment web --rep', ['--replicas']],
  ['create deploy web --name', ['--namespace']],
  ['run web --restart On', ['OnFailure']],
  ['patch --type s', ['strategic']],
  ['label -o ky', ['kyaml']],
  ['run web --kubernetes-version 1.36', ['1.36']],
  ['help create dep', ['deployment']],
  ['help set im', ['image']],
  ['run web --atta', ['']],
];

describeWith(programs('bash'), 'in bash', () => {
  let script = '';
  beforeAll(async () => {
    script = await scriptFor('bash');
  });

  const offered = (words: readonly string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `
    source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pod_patterns; printf '%s\\n' "\${COMPREPLY[@]}"`,
        script,
        'pod-patterns',
        ...words,
      ],
      { encoding: 'utf8' },
    )
      .trim()
      .split('\n');

  test.each(OFFERS)('%s', (words, expected) => {
    expect(offered(words.split(' '))).toEqual(expected);
  });

  test.each([
    [
      ['validate', '--format', '=', 'j'],
      ['json', 'junit'],
    ],
    [
      ['validate', '--format', '='],
      ['text', 'json', 'sarif', 'junit', 'github', 'status'],
    ],
    [['validate', '--rule', 'image-t'], ['image-tag=']],
    [
      ['validate', '--rule', 'image-tag', '='],
      ['error', 'warning', 'info', 'off'],
    ],
    [['validate', '--rule', '=', 'image-tag', '=', 'w'], ['warning']],
    [['validate', '-o', ''], ['']],
    [['validate', 'some'], ['']],
    [['run', 'x'], ['']],
    [['--v'], ['--version']],
    [['run', 'x', '--dry-run', '=', 'c'], ['client']],
    [['run', 'x', '--dry-run', 'c'], ['']],
    [['run', 'x', '--image', '='], ['']],
    [['run', 'x', '--command', 'set'], ['']],
    [[''], ['validate', 'explain-rule', 'completion', ...[...KUBECTL_COMMANDS].sort(), 'help']],
  ])('%j, where bash takes = for a word and completes files itself', (words, expected) => {
    expect(offered(words)).toEqual(expected);
  });
});

describeWith(programs('fish'), 'in fish', () => {
  let script = '';
  beforeAll(async () => {
    script = await scriptFor('fish');
  });

  test.each([...OFFERS, ['validate --rule image-tag=w', ['image-tag=warning']] as Offers])(
    '%s',
    (words, expected) => {
      const offered = execFileSync(
        'fish',
        ['--no-config', '-c', 'source $argv[1]; complete -C "pod-patterns $argv[2]"', script, words],
        { encoding: 'utf8' },
      );
      expect(
        offered
          .trim()
          .split('\n')
          .map((line) => line.split('\t')[0]),
      ).toEqual(expected);
    },
  );
});

testWith(programs('zsh'), 'zsh reads its script', async () => {
  expect(execFileSync('zsh', ['-f', '-n', await scriptFor('zsh')], { encoding: 'utf8' })).toBe('');
});

test('another shell is refused, with those that there are', async () => {
  const world = memoryWorld({});
  expect(await run(['completion', 'tcsh'], world)).toBe(2);
  expect(world.said.err).toBe(
    'pod-patterns: unknown shell "tcsh": use one of bash, zsh, fish\nTry: pod-patterns completion --help\n',
  );
});
