import type { CheckWorld } from './check/check';

/** What a path leads to; a device or a pipe is `other`. */
export type PathKind = 'file' | 'folder' | 'other';

/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  /** What it is; of a link, what it leads to. */
  readonly kind: PathKind;
}

/** The environment of a command. Paths are absolute, or below `cwd`. */
export interface World extends CheckWorld {
  /** Working folder, absolute. */
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** Processors that may be used. */
  readonly cores: number;
  /** Milliseconds since some moment. */
  now(): number;
  /** Resolves after some milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Writes to standard output. Resolves when there is room for more, at once where nothing is returned. */
  out(text: string): Promise<void> | void;
  /** Writes a message to standard error. */
  err(text: string): void;
  /** Writes to standard error what a terminal is to act on. */
  progress(text: string): void;
  /** Sees to it that all that was written is on its way. */
  flush(): Promise<void> | void;
  /** What a path leads to, undefined if there is nothing. */
  kindOf(path: string): PathKind | undefined;
  /**
   * Entries of a folder, in no order.
   *
   * @throws Error of node:fs
   */
  list(folder: string): readonly Entry[];
  /** The path without links and dots: the same for all paths to one folder. */
  realPath(path: string): string;
  /**
   * A file that is in its place when it is kept, whole, and not before.
   *
   * @throws Error of node:fs
   */
  create(file: string): NewFile;
  /** Whether a stream is a terminal. */
  isTerminal(stream: 'in' | 'out' | 'err'): boolean;
  /** Tells of every change of files and below folders, but those that are left out. */
  watch(
    paths: readonly string[],
    leaveOut: (path: string) => boolean,
    changed: (path: string) => void,
  ): Watcher;
  /** Calls back when the user interrupts the program, which then goes on. */
  onInterrupt(interrupted: () => void): void;
}

/** A file that is being written. */
export interface NewFile {
  write(text: string): void;
  /** Puts it in its place. */
  keep(): void;
  discard(): void;
}

export interface Watcher {
  /** Resolves once changes are seen. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}
