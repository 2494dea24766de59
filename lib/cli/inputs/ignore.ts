import { relative, resolve, sep } from 'node:path';
import type { Ignore } from 'ignore';
import { type LinearPattern, linearStars } from '../../text/linear-stars';

/** Patterns in the manner of .gitignore, and the folder that they count from. */
export interface IgnorePatterns {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/**
 * Whether a path, a folder's with a slash at its end, is left out. A later pattern that begins with `!` takes
 * it in again.
 */
export function ignoreMatcher(all: readonly IgnorePatterns[], cwd: string): (path: string) => boolean {
  const given = all.filter(({ patterns }) => patterns.length);
  if (!given.length) return () => false;
  const ignore = require('ignore') as typeof import('ignore');
  const matchers = given.map(({ folder, patterns }) => ({
    folder,
    matcher: inLinearTime(ignore().add([...patterns])),
  }));
  return (path) =>
    matchers.some(({ folder, matcher }) => {
      const below = relativePath(folder, resolve(cwd, path));
      return below !== undefined && matcher.ignores(path.endsWith('/') ? `${below}/` : below);
    });
}

/** What the package keeps of a pattern. */
interface IgnoreRule {
  readonly regex: RegExp;
  readonly checkRegex: RegExp;
}

/** Has the package match names with many stars in linear time. */
function inLinearTime(matcher: Ignore): Ignore {
  const {
    _rules: { _rules: rules },
  } = matcher as unknown as { readonly _rules: { readonly _rules: readonly IgnoreRule[] } };
  for (const rule of rules) {
    for (const name of ['regex', 'checkRegex'] as const) {
      const { source, flags } = rule[name];
      Object.defineProperty(rule, name, { value: new RegExp(linearSource(source), flags) });
    }
  }
  return matcher;
}

const FOLDERS = '(?:\\/[^\\/]+)*';

/** What `**` becomes at the start of a pattern. */
const ANYWHERE = '^(?:.*\\/)?';

/**
 * The same, which tries each `*` of a name and each `**` but the last ones once: what follows is taken where
 * it comes first.
 */
function linearSource(source: string): string {
  const [first, ...rest] = source.split(FOLDERS);
  const parts = rest.filter((part, index) => part || index === rest.length - 1);
  let quick =
    parts.length && first.startsWith(ANYWHERE)
      ? firstMatch('^', '(?:.*?\\/)??', first.slice(ANYWHERE.length), 0)
      : linearStars(first);
  parts.forEach((part, index) => {
    const { source: before, groups } = quick;
    const last = linearStars(part, groups);
    quick =
      index < parts.length - 1
        ? firstMatch(before, `${FOLDERS}?`, part, groups)
        : { ...last, source: before + FOLDERS + last.source };
  });
  return quick.source;
}

/** Folders and a part, which ends a name, where they come first. */
function firstMatch(before: string, folders: string, part: string, groupsBefore: number): LinearPattern {
  const { source, groups } = linearStars(part, groupsBefore + 1);
  return { source: `${before}(?=(${folders}${source}(?=\\/)))\\${groupsBefore + 1}`, groups };
}

/** Undefined for what is not below the folder, of which its patterns say nothing. */
function relativePath(folder: string, path: string): string | undefined {
  const below = relative(folder, path).split(sep).join('/');
  return below && below !== '..' && !below.startsWith('../') && !/^[a-z]:/i.test(below) ? below : undefined;
}
