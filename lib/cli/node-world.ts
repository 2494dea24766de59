import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Entry, NewFile, PathKind, Watcher, World } from './world';
import { write } from './write';

/** Descriptor of standard output. */
const OUT = 1;

/** The world of a process of Node. */
export const nodeWorld = (process: NodeJS.Process): World => ({
  cwd: process.cwd(),
  env: process.env,
  cores: availableParallelism(),
  now: () => performance.now(),
  rest: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  ...outputTo(OUT, isTerminal(OUT)),
  err: (text) => void process.stderr.write(text),
  open: bytesOf(),
  startWorker: (options) => new (require('node:worker_threads') as typeof import('node:worker_threads')).Worker(join(__dirname, 'check', 'worker.js'), { workerData: options }),
  kindOf,
  list: (folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => entryOf(folder, entry)),
  realPath: (path) => realpathSync(path),
  create: (file) => (kindOf(file) === 'other' ? device(file) : newFile(file, process.pid)),
  isTerminal: (stream) => isTerminal(['in', 'out', 'err'].indexOf(stream)),
  watch,
  onInterrupt: (interrupted) => void process.once('SIGINT', interrupted).once('SIGTERM', interrupted),
});

/** Characters that are written at once, unless someone watches. */
const BLOCK = 64 * 1024;

function outputTo(descriptor: number, isWatched: boolean): Pick<World, 'out' | 'flush'> {
  let unwritten = '';
  const flush = () => {
    write(descriptor, unwritten);
    unwritten = '';
  };
  return {
    flush,
    out: (text) => {
      unwritten += text;
      if (isWatched || unwritten.length >= BLOCK) flush();
    },
  };
}

/** Whether someone watches what is written. What is no device is not worth the time that it takes to load node:tty. */
function isTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && (require('node:tty') as typeof import('node:tty')).isatty(descriptor);
  } catch {
    return false; // it is closed
  }
}

/** Bytes of a file that are read at once. */
const CHUNK = 64 * 1024;

/** Standard input can be read but once. */
function bytesOf(): World['open'] {
  let standardInput: Buffer | undefined;
  return (file) => (file === '-' ? [standardInput ??= readFileSync(0)] : chunksOf(file));
}

function* chunksOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(CHUNK);
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
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
