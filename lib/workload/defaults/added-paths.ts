import { isMap } from '../../object/value-at';
import { isDeepEqual } from '../../object/is-deep-equal';
import { isSameItem } from './missing-items';

/**
 * Places in a manifest that another does not have, or has with another value. Items of lists are identified
 * by their names.
 */
export function addedPaths(before: unknown, after: unknown, path = ''): string[] {
  if (isDeepEqual(before, after)) return [];
  if (isMap(before) && isMap(after)) {
    return Object.keys(after).flatMap((key) => addedPaths(before[key], after[key], joinPath(path, key)));
  }
  if (!Array.isArray(before) || !Array.isArray(after)) return [path];
  return after.flatMap((item, index) => addedPaths(counterpart(before, item), item, `${path}[${index}]`));
}

const joinPath = (path: string, key: string) =>
  /^\w+$/.test(key) ? `${path}${path && '.'}${key}` : `${path}[${key}]`;

const counterpart = (items: readonly unknown[], item: unknown) =>
  items.find((other) => isSameItem(other, item));
