import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Absolute path of a program, or undefined. */
export function which(program: string): string | undefined {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v "$1"', 'which', program], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** A shell with what it finds on its PATH. */
export interface Shell {
  readonly name: string;
  readonly command: string;
  readonly env: { readonly [name: string]: string };
}

/** dash with the machine's programs, and each busybox with nothing but its own applets, as in its image. */
export function shells(): Shell[] {
  const dash = which('dash');
  const busyboxes = [which('busybox'), ...(process.env.POD_PATTERNS_BUSYBOX?.split(':') ?? [])].filter((path) => path !== undefined);
  return [
    ...(dash ? [{ name: 'dash', command: dash, env: { PATH: process.env.PATH! } }] : []),
    ...busyboxes.map(busyboxShell),
  ];
}

function busyboxShell(busybox: string): Shell {
  const folder = mkdtempSync(join(tmpdir(), 'busybox-'));
  chmodSync(folder, 0o755);
  const own = join(folder, 'busybox');
  copyFileSync(busybox, own);
  for (const applet of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).split('\n').filter((name) => name && name !== 'busybox')) symlinkSync(own, join(folder, applet));
  return { name: execFileSync(busybox, { encoding: 'utf8' }).split('\n')[0].replace(' multi-call binary.', ''), command: join(folder, 'sh'), env: { PATH: folder } };
}
