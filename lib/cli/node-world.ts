import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { chunksOf, standardInput } from '../manifest/bytes';
import { safeMessage } from '../report/safe';
import { createBeside, discard } from './private-files';
import type { Entry, NewFile, PathKind, Watcher, World } from './world';
import { isTerminal } from './terminal';
import { write, writeMessage } from './write';

/** Descriptor of standard output. */
const OUT = 1;

/** The world of a process of Node. */
export const nodeWorld = (process: NodeJS.Process): World => ({
  cwd: process.cwd(),
  env: process.env,
  cores: availableParallelism(),
  now: () => Number(process.hrtime.bigint()) / 1e6,
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  ...outputTo(OUT, isTerminal(OUT)),
  err: (text) => writeMessage(safeMessage(text)),
  progress: (text) => writeMessage(text),
  open: inputReader(),
  startWorker: (options) =>
    new (require('node:worker_threads') as typeof import('node:worker_threads')).Worker(
      join(__dirname, 'check', 'worker.js'),
      { workerData: options },
    ),
  kindOf,
  list: (folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => entryOf(folder, entry)),
  realPath: (path) => realpathSync(path),
  create: (file) => (kindOf(file) === 'other' ? device(file) : newFile(file)),
  isTerminal: (stream) => isTerminal(['in', 'out', 'err'].indexOf(stream)),
  watch,
  onInterrupt: (interrupted) => onInterrupt(process, interrupted),
});

/** Characters that are written at once, unless someone watches. */
const BLOCK = 64 * 1024;

function outputTo(descriptor: number, isWatched: boolean): Pick<World, 'out' | 'flush'> {
  let [unwritten, isRead] = ['', true];
  const flush = () => {
    isRead &&= write(descriptor, unwritten);
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

/** Standard input, and a pipe such as `<(kustomize build)` is, can be read but once. */
function inputReader(): World['open'] {
  const cache = new Map<string, readonly Buffer[]>();
  const keep = (file: string, chunks: Iterable<Buffer>) => {
    cache.set(file, [...chunks]);
    return cache.get(file)!;
  };
  return (file) => {
    const before = cache.get(file);
    if (before) return before;
    if (file === '-') return keep(file, standardInput());
    return kindOf(file) === 'other' ? keep(file, chunksOf(file)) : chunksOf(file);
  };
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
  return {
    name: entry.name,
    kind: kindOf(join(folder, entry.name)) ?? (entry.isSymbolicLink() ? 'file' : 'other'),
  };
}

/** Written beside its place, from where a rename puts it there at one stroke. */
function newFile(file: string): NewFile {
  const target = kindOf(file) ? realpathSync(file) : resolve(file);
  const temporary = createBeside(target);
  return {
    write: (text) => writeFileSync(temporary.descriptor, text),
    keep: () => {
      closeSync(temporary.descriptor);
      renameSync(temporary.path, target);
    },
    discard: () => {
      closeSync(temporary.descriptor);
      discard(temporary);
    },
  };
}

/** Such as /dev/stderr. */
function device(file: string): NewFile {
  const descriptor = openSync(file, 'w');
  const close = () => closeSync(descriptor);
  return { write: (text) => writeFileSync(descriptor, text), keep: close, discard: close };
}

/** Until then the process lives, also where nothing is left to be watched. */
function onInterrupt(process: NodeJS.Process, interrupted: () => void): void {
  const alive = setInterval(() => undefined, 2 ** 30);
  const end = () => {
    clearInterval(alive);
    interrupted();
  };
  process.once('SIGINT', end).once('SIGTERM', end);
}

/** A file is watched from its folder on, where it is seen again when it has gone and comes back. */
function watch(
  paths: readonly string[],
  leaveOut: (path: string) => boolean,
  changed: (path: string) => void,
): Watcher {
  const chokidar = require('./chokidar') as typeof import('./chokidar');
  const folders = paths.filter((path) => kindOf(path) === 'folder').map((path) => resolve(path));
  const given = new Set(paths.map((path) => resolve(path)));
  const roots = new Set([...given].map((path) => (folders.includes(path) ? path : dirname(path))));
  const isWanted = (path: string) =>
    given.has(path) || folders.some((folder) => path.startsWith(join(folder, sep)));
  const ignored = (path: string) => !roots.has(resolve(path)) && (leaveOut(path) || !isWanted(resolve(path)));
  const watcher = chokidar.watch([...roots], { ignoreInitial: true, ignored });
  watcher.on('all', (_event, path) => {
    if (isWanted(resolve(path))) changed(path);
  });
  return {
    ready: new Promise((done) => watcher.once('ready', () => done())),
    stop: () => watcher.close(),
  };
}
