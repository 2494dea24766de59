import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies the files of a repository, as they are now, to a folder; both share their node_modules.
 *
 * @throws Error if the folder has files
 */
export function copyCheckout(root: string, folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length) {
    throw new Error(`${folder} has files: remove it, or name another with --into`);
  }
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  for (const name of listed.split('\0').filter((one) => one && existsSync(join(root, one)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    copyFileSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/** What a script of package.json prints in a checkout; whether it succeeded. */
export function runScript(
  folder: string,
  script: string,
  args: readonly string[] = [],
): { readonly ok: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { ok: status === 0, output: `${stdout}${status === 0 ? '' : stderr}`.trim() };
}
