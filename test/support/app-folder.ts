import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const INSTALLED = join(ROOT, 'node_modules');

/**
 * A folder with the files of an app, in which this package, as it was built, and all of its dependencies are
 * installed.
 */
export function appFolder(files: { readonly [name: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  const installed = join(folder, 'node_modules');
  mkdirSync(join(installed, '.bin'), { recursive: true });
  readdirSync(INSTALLED)
    .filter((name) => name !== '.bin')
    .forEach((name) => symlinkSync(join(INSTALLED, name), join(installed, name)));
  readdirSync(join(INSTALLED, '.bin')).forEach((name) =>
    symlinkSync(join(INSTALLED, '.bin', name), join(installed, '.bin', name)),
  );
  installOwn(installed);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** This package and its programs. */
function installOwn(installed: string): void {
  symlinkSync(ROOT, join(installed, 'cdk8s-pod-patterns'));
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly bin: { readonly [name: string]: string };
  };
  for (const [name, file] of Object.entries(bin)) {
    writeFileSync(
      join(installed, '.bin', name),
      `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, file)}' "$@"\n`,
      { mode: 0o755 },
    );
  }
}

/** The environment of a user, who has not started npm, in a folder whose programs are found. */
function environment(folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'CI');
  return {
    ...Object.fromEntries(own),
    NODE_OPTIONS: '',
    CDK8S_CHECK_UPGRADE: 'false',
    PATH: join(folder, 'node_modules/.bin') + delimiter + process.env.PATH,
  };
}

/** What a command in a folder printed, without colours, and its exit code. */
export function runIn(folder: string, command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: environment(folder),
  });
  return { status, stdout: stdout.replace(/\u001b\[\d+m/g, ''), stderr };
}

/** `cdk8s synth` in a folder. */
export const synthIn = (folder: string, ...args: string[]) =>
  runIn(
    folder,
    process.execPath,
    join(INSTALLED, 'cdk8s-cli/bin/cdk8s'),
    'synth',
    '--check-upgrade=false',
    ...args,
  );
