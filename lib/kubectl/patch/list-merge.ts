import { KubectlError } from '../errors';
import { goTextWithIntegers, reflectedType } from '../../go/print';
import type { JsonObject } from '../../go/object';
import { isMap } from '../../go/sorted-keys';
import { countBelow } from '../../manifest/count-below';
import { DIRECTIVE } from './directives';

type ItemKind = 'map' | 'scalar';

/** What the items of lists are, all of which must be of one type (sliceElementType, strategicpatch 1.36). */
export function itemKind(...lists: readonly unknown[][]): ItemKind {
  const items = lists.flat();
  if (items.length && Array.isArray(items[0])) throw new KubectlError('lists of lists are not supported');
  if (items.some((item) => reflectedType(item) !== reflectedType(items[0]))) {
    throw new KubectlError(`list element types are not identical: ${goTextWithIntegers(lists)}`);
  }
  if (!items.length) throw new KubectlError('no elements in any of the given slices');
  return isMap(items[0]) ? 'map' : 'scalar';
}

/** All items, each once; the last takes the place of one that is there already (deduplicateScalars). */
export function mergedScalars(live: readonly unknown[], change: readonly unknown[]): unknown[] {
  const all = [...live, ...change];
  const positions = new Map<unknown, number[]>();
  all.forEach((item, at) => {
    const positionsOfItem = positions.get(item);
    if (positionsOfItem) positionsOfItem.push(at);
    else positions.set(item, [at]);
  });
  for (let at = 0; at < all.length; at++) {
    const positionsOfItem = positions.get(all[at])!;
    while (positionsOfItem.length > 1) moveLast(all, positionsOfItem, positions);
  }
  return all;
}

/** Puts the last of all items in the place of the second of some that are alike. */
function moveLast(all: unknown[], alike: number[], positions: ReadonlyMap<unknown, number[]>): void {
  const last = all.pop();
  const rest = positions.get(last)!;
  rest.pop();
  if (rest === alike) return;
  const [free] = alike.splice(1, 1);
  all[free] = last;
  rest.splice(countBelow(rest, free), 0, free);
}

export function withoutItems(live: readonly unknown[], removed: readonly unknown[]): unknown[] {
  const gone = new Set(removed);
  return live.filter((item) => !gone.has(item));
}

/**
 * Puts items in order: those that the patch names in the patch's, the others in that of the live list, and
 * both together as the live list has them as far as that goes (normalizeElementOrder).
 */
export function inMergeOrder(
  items: readonly unknown[],
  patchOrder: readonly unknown[],
  liveOrder: readonly unknown[],
  mergeKey: string,
  kind: ItemKind,
): unknown[] {
  const keyOf = (item: unknown) => (kind === 'map' ? (item as JsonObject)?.[mergeKey] : item);
  if (mergeKey) [...items, ...patchOrder, ...liveOrder].forEach((item) => checkKey(item, mergeKey));
  const [inPatch, inLive] = [indexLookup(patchOrder, keyOf), indexLookup(liveOrder, keyOf)];
  const named = items.filter((item) => inPatch(item) >= 0);
  const rest = items.filter((item) => inPatch(item) < 0);
  return mergeSorted(sortedBy(rest, inLive), sortedBy(named, inPatch), inLive);
}

/** Where a list has the first item like another one; -1 if it has none. */
type IndexOf = (item: unknown) => number;

function indexLookup(order: readonly unknown[], keyOf: (item: unknown) => unknown): IndexOf {
  const indexes = new Map<unknown, number>();
  order.forEach((item, at) => {
    if (!indexes.has(keyOf(item))) indexes.set(keyOf(item), at);
  });
  return (item) => indexes.get(keyOf(item)) ?? -1;
}

function checkKey(item: unknown, mergeKey: string): void {
  if (!isMap(item)) {
    throw new KubectlError(`expected a map[string]interface {}, but received a ${reflectedType(item)}`);
  }
  if (!Object.hasOwn(item, mergeKey)) {
    throw new KubectlError(
      `map: ${goTextWithIntegers(item)} does not contain declared merge key: ${mergeKey}`,
    );
  }
}

/**
 * An insertion sort, for which an item without a place comes before all others (sort.SliceStable in
 * normalizeSliceOrder).
 */
function sortedBy(items: readonly unknown[], indexOf: IndexOf): unknown[] {
  const isDeleted = (item: unknown) => isMap(item) && item[DIRECTIVE] === 'delete';
  const result = items.filter((item) => !isDeleted(item));
  if (result.every((item) => indexOf(item) >= 0)) result.sort((a, b) => indexOf(a) - indexOf(b));
  else insertionSort(result, (a, b) => indexOf(a) < 0 || indexOf(b) < 0 || indexOf(a) < indexOf(b));
  return [...result, ...items.filter(isDeleted)];
}

function insertionSort(items: unknown[], less: (a: unknown, b: unknown) => boolean): void {
  for (let end = 1; end < items.length; end++) {
    for (let at = end; at > 0 && less(items[at], items[at - 1]); at--) {
      [items[at], items[at - 1]] = [items[at - 1], items[at]];
    }
  }
}

/** mergeSortedSlice: the left comes first only where the live list has it before the right. */
function mergeSorted(left: readonly unknown[], right: readonly unknown[], indexOf: IndexOf): unknown[] {
  const result: unknown[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [i < left.length ? indexOf(left[i]) : -1, j < right.length ? indexOf(right[j]) : -1];
    const takesLeft = j >= right.length || (i < left.length && a >= 0 && b >= 0 && a < b);
    result.push(takesLeft ? left[i++] : right[j++]);
  }
  return result;
}
