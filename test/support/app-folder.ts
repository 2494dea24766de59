import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const INSTALLED = join(ROOT, 'node_modules');

/** A folder with the files of an app, in which this package, as it was built, and all of its dependencies are installed. */
export function appFolder(files: { readonly [name: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  mkdirSync(join(folder, 'node_modules'));
  readdirSync(INSTALLED).forEach((name) => symlinkSync(join(INSTALLED, name), join(folder, 'node_modules', name)));
  symlinkSync(ROOT, join(folder, 'node_modules/cdk8s-pod-patterns'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What a command in a folder printed, without colours, and its exit code. */
export function runIn(folder: string, command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  return { status, stdout: stdout.replace(/\u001b\[\d+m/g, ''), stderr };
}

/** `cdk8s synth` in a folder. */
export const synthIn = (folder: string, ...args: string[]) =>
  runIn(folder, process.execPath, join(INSTALLED, 'cdk8s-cli/bin/cdk8s'), 'synth', '--check-upgrade=false', ...args);
