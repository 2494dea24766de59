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

/**
 * What a path may have been meant for that leads nowhere, as the end of a message; empty where nothing is
 * near.
 */
export function meantBy(path: string, world: World): string {
  if (isGlob(path)) {
    return ": patterns are the shell's, which takes none in quotes and found none; a folder is read with all in it";
  }
  if (/^https?:\/\//.test(path)) {
    return `: nothing is downloaded: pipe it in, as in curl -sSf ${path} | pod-patterns validate -`;
  }
  if (VERSION.test(path)) {
    return ': a Kubernetes version belongs to --kubernetes-version, where several are separated by commas';
  }
  const names = new Map(namesIn(dirname(path), world).map((name) => [stemOf(name), name]));
  if (names.get(stemOf(basename(path))) === basename(path)) return ': the link leads nowhere';
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
