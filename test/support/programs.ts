import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, type Need, programs, which } from './needs';

/** A shell with what it finds on its PATH. */
export interface Shell {
  readonly name: string;
  readonly command: string;
  readonly env: { readonly [name: string]: string };
  /** Whether its programs are the machine's, and not its own applets. */
  readonly usesMachine: boolean;
}

/** What the scripts of patterns call, but for the clients of networks; each image has it. */
const UTILITIES = [
  'awk',
  'cat',
  'chgrp',
  'chmod',
  'chown',
  'cp',
  'cut',
  'date',
  'env',
  'expr',
  'find',
  'grep',
  'id',
  'mkdir',
  'rm',
  'sha256sum',
  'sleep',
  'sort',
  'stat',
  'tail',
  'timeout',
];

/**
 * Tests of a script in dash with the machine's programs, and in each busybox with nothing but its own
 * applets, as in its image. Further busyboxes are named by POD_PATTERNS_BUSYBOX, separated by colons.
 *
 * @param needs what dash needs of the machine for these tests; busybox has it
 */
export function describeInShells(
  title: string,
  tests: (shell: Shell) => void,
  needs: readonly Need[] = [],
): void {
  describeWith([...programs('dash', ...UTILITIES), ...needs], `${title} dash`, () =>
    tests({ name: 'dash', command: which('dash')!, env: { PATH: process.env.PATH! }, usesMachine: true }),
  );
  const busyboxes = [which('busybox') ?? [], process.env.POD_PATTERNS_BUSYBOX?.split(':') ?? []].flat();
  if (!busyboxes.length) describeWith(programs('busybox'), `${title} busybox`, () => undefined);
  busyboxes.map(busyboxShell).forEach((shell) => describe(`${title} ${shell.name}`, () => tests(shell)));
}

function busyboxShell(busybox: string): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'busybox-'));
  chmodSync(folder, 0o755);
  const own = join(folder, 'busybox');
  copyFileSync(busybox, own);
  for (const applet of execFileSync(busybox, ['--list'], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => name && name !== 'busybox')) {
    symlinkSync(own, join(folder, applet));
  }
  const name = execFileSync(busybox, { encoding: 'utf8' }).split('\n')[0].replace(' multi-call binary.', '');
  return { name, command: join(folder, 'sh'), env: { PATH: folder }, usesMachine: false };
}

/**
 * A program in a folder of its own that prints a text whatever its arguments are, and needs no other program.
 */
export function programThatPrints(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'program-')), name);
  writeFileSync(`${file}.txt`, text);
  writeFileSync(
    file,
    `#!/bin/sh\nexec '${process.execPath}' -e 'fs.createReadStream(process.argv[1]).pipe(process.stdout)' '${file}.txt'\n`,
    { mode: 0o755 },
  );
  return file;
}
