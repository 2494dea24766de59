import { closeSync, type Dirent, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import type { Entry, NewFile, PathKind, Watcher, World } from './world';

/** The world of a process of Node. */
export const nodeWorld = (process: NodeJS.Process): World => ({
  cwd: process.cwd(),
  env: process.env,
  cores: availableParallelism(),
  now: () => performance.now(),
  rest: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  out: (text) => written(process.stdout, text),
  err: (text) => void process.stderr.write(text),
  read: (file) => readFileSync(file === '-' ? 0 : file),
  kindOf,
  list: (folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => entryOf(folder, entry)),
  realPath: (path) => realpathSync(path),
  create: (file) => (kindOf(file) === 'other' ? device(file) : newFile(file, process.pid)),
  isTerminal: (stream) => isatty(['in', 'out', 'err'].indexOf(stream)),
  watch,
  onInterrupt: (interrupted) => void process.once('SIGINT', interrupted).once('SIGTERM', interrupted),
});

function written(stream: NodeJS.WriteStream, text: string): Promise<void> | void {
  if (!stream.write(text)) return new Promise((room) => stream.once('drain', room));
}

/** What cannot be looked at is taken to be a file: reading it tells why. */
function kindOf(path: string): PathKind | undefined {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : 'other';
  } catch {
    return undefined;
  }
}

function entryOf(folder: string, entry: Dirent): Entry {
  if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
  if (entry.isFile()) return { name: entry.name, kind: 'file' };
  return { name: entry.name, kind: kindOf(join(folder, entry.name)) ?? 'other' };
}

/** Written beside its place, from where a rename puts it there at one stroke. */
function newFile(file: string, id: number): NewFile {
  const target = kindOf(file) ? realpathSync(file) : resolve(file);
  const temporary = join(dirname(target), `.${basename(target)}.${id}.tmp`);
  const descriptor = openSync(temporary, 'w');
  return {
    write: (text) => writeFileSync(descriptor, text),
    keep: () => {
      closeSync(descriptor);
      renameSync(temporary, target);
    },
    discard: () => {
      closeSync(descriptor);
      rmSync(temporary, { force: true });
    },
  };
}

/** Such as /dev/stderr. */
function device(file: string): NewFile {
  const descriptor = openSync(file, 'w');
  const close = () => closeSync(descriptor);
  return { write: (text) => writeFileSync(descriptor, text), keep: close, discard: close };
}

function watch(paths: readonly string[], leaveOut: (path: string) => boolean, changed: (path: string) => void): Watcher {
  const chokidar = require('chokidar') as typeof import('chokidar');
  const watcher = chokidar.watch([...paths], { ignoreInitial: true, ignored: (path) => leaveOut(path) });
  watcher.on('all', (_event, path) => changed(path));
  return {
    ready: new Promise((done) => watcher.once('ready', () => done())),
    stop: () => watcher.close(),
  };
}
