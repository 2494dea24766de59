import { relative, resolve, sep } from 'node:path';

/** Patterns in the manner of .gitignore, and the folder that they count from. */
export interface IgnorePatterns {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** Whether a path, a folder's with a slash at its end, is left out. A later pattern that begins with `!` takes it in again. */
export function ignoring(all: readonly IgnorePatterns[], cwd: string): (path: string) => boolean {
  const given = all.filter(({ patterns }) => patterns.length);
  if (!given.length) return () => false;
  const ignore = require('ignore') as typeof import('ignore');
  const matchers = given.map(({ folder, patterns }) => ({ folder, matcher: ignore().add([...patterns]) }));
  return (path) => matchers.some(({ folder, matcher }) => {
    const below = relativePath(folder, resolve(cwd, path));
    return below !== undefined && matcher.ignores(path.endsWith('/') ? `${below}/` : below);
  });
}

/** Undefined for what is not below the folder, of which its patterns say nothing. */
function relativePath(folder: string, path: string): string | undefined {
  const way = relative(folder, path).split(sep).join('/');
  return way && way !== '..' && !way.startsWith('../') && !/^[a-z]:/i.test(way) ? way : undefined;
}
