import { basename, dirname, relative, resolve } from 'node:path';
import type { Entry, PathKind, World } from '../../lib/cli/world';

/**
 * What there is, by path from the working folder: text, bytes, or the error that reading ends with; `-` is
 * standard input.
 */
export interface Files {
  [path: string]: string | Buffer | NodeJS.ErrnoException;
}

export const CWD = '/home/me/app';

export interface MemoryWorld extends World {
  readonly said: { out: string; err: string };
  readonly files: Files;
  /** Tells a program that watches of a change. */
  touch(path: string): void;
  interrupt(): void;
}

export interface MemoryOptions {
  readonly env?: World['env'];
  /** Streams that are terminals. */
  readonly terminals?: readonly ('in' | 'out' | 'err')[];
  /** Links to folders: path and where it leads. */
  readonly links?: { readonly [path: string]: string };
}

/** An error of the file system. */
export const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** A world of files in memory, with a clock that ticks a second whenever it is read. */
export function memoryWorld(
  files: Files,
  { env = {}, terminals = [], links = {} }: MemoryOptions = {},
): MemoryWorld {
  const said = { out: '', err: '' };
  let ticks = 0;
  let changed: (path: string) => void = () => undefined;
  let interrupted: () => void = () => undefined;
  const linked = (path: string): string =>
    Object.entries(links).reduce(
      (real, [link, target]) => {
        const start = resolve(CWD, link);
        return real === start || real.startsWith(`${start}/`)
          ? linked(resolve(dirname(start), target) + real.slice(start.length))
          : real;
      },
      resolve(CWD, path),
    );
  const named = (path: string) => (path === '-' ? path : relative(CWD, linked(path)));
  const names = () =>
    Object.keys(files)
      .filter((name) => name !== '-')
      .map((name) => resolve(CWD, name));

  const kindOf = (path: string): PathKind | undefined => {
    const whole = linked(path);
    if (names().includes(whole)) return 'file';
    return whole === CWD || names().some((name) => name.startsWith(`${whole}/`)) ? 'folder' : undefined;
  };
  const list = (folder: string): readonly Entry[] => {
    const whole = linked(folder);
    const inside = names()
      .filter((name) => name.startsWith(`${whole}/`))
      .map((name) => name.slice(whole.length + 1).split('/')[0]);
    const linksHere = Object.keys(links)
      .map((link) => resolve(CWD, link))
      .filter((link) => dirname(link) === whole)
      .map((link) => basename(link));
    return [...new Set([...inside, ...linksHere])]
      .reverse()
      .map((name) => ({ name, kind: kindOf(`${whole}/${name}`) ?? 'other' }));
  };

  return {
    cwd: CWD,
    env,
    cores: 2,
    said,
    files,
    kindOf,
    list,
    now: () => (ticks += 1000),
    sleep: () => new Promise((done) => setImmediate(done)),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    progress: (text) => {
      said.err += text;
    },
    flush: () => undefined,
    open(path) {
      const content = files[named(path)] ?? failure('ENOENT');
      if (content instanceof Error) throw content;
      return [Buffer.from(content as string)];
    },
    realPath: linked,
    create(file) {
      if (file.includes('/') && kindOf(dirname(file)) !== 'folder') throw failure('ENOENT');
      let text = '';
      const write = (part: string) => void (text += part);
      return { write, keep: () => void (files[named(file)] = text), discard: () => undefined };
    },
    isTerminal: (stream) => terminals.includes(stream),
    watch(_paths, leaveOut, onChange) {
      changed = (path) => void (leaveOut(path) || onChange(path));
      return { ready: Promise.resolve(), stop: async () => undefined };
    },
    onInterrupt: (onInterrupt) => {
      interrupted = onInterrupt;
    },
    touch: (path) => changed(path),
    interrupt: () => interrupted(),
  };
}
