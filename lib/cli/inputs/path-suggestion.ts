import { basename, dirname, join } from 'node:path';
import { closest } from '../../validate/closest';
import type { World } from '../world';

/** Whether a path is written as a pattern: `*.yaml`, `{a,b}.yaml`. */
function isGlob(path: string): boolean {
  const [open, close] = [path.indexOf('{'), path.lastIndexOf('}')];
  const comma = path.indexOf(',', open);
  return /[*?[\]]/.test(path) || (open >= 0 && comma >= 0 && comma < close);
}

const VERSION = /^v?1\.\d+$/;

/** Suggestion for a path that does not exist, as the end of a message; empty if none is close. */
export function pathSuggestion(path: string, world: World): string {
  if (isGlob(path)) {
    return ': the shell expands patterns, but not in quotes, and this one matched no file; to read all files in a folder, name the folder';
  }
  if (/^https?:\/\//.test(path)) {
    return `: URLs are not downloaded: pipe the file in, as in curl -sSf ${path} | pod-patterns validate -`;
  }
  if (VERSION.test(path)) {
    return ': pass Kubernetes versions with --kubernetes-version, separated by commas';
  }
  const names = new Map(namesIn(dirname(path), world).map((name) => [stemOf(name), name]));
  if (names.get(stemOf(basename(path))) === basename(path)) return ': dangling symbolic link';
  const near = closest(stemOf(basename(path)), names.keys());
  return near === undefined ? '' : `: did you mean ${join(dirname(path), names.get(near)!)}?`;
}

const stemOf = (name: string) => name.replace(/\.[^.]*$/, '');

function namesIn(folder: string, world: World): string[] {
  try {
    return world.list(folder).map(({ name }) => name);
  } catch {
    return [];
  }
}
