import { KubectlError } from '../errors';
import type { JsonObject } from '../go/object';
import { isMap } from '../go/sorted';
import { goTypeOf, shown } from '../go/show';
import { countBelow } from '../../manifest/sorted';
import { DIRECTIVE } from './directives';

type ItemKind = 'map' | 'scalar';

/** What the items of lists are, all of which must be of one type (sliceElementType, strategicpatch 1.36). */
export function itemKind(...lists: readonly unknown[][]): ItemKind {
  const items = lists.flat();
  if (items.length && Array.isArray(items[0])) throw new KubectlError('lists of lists are not supported');
  if (items.some((item) => goTypeOf(item) !== goTypeOf(items[0]))) {
    throw new KubectlError(`list element types are not identical: ${shown(lists)}`);
  }
  if (!items.length) throw new KubectlError('no elements in any of the given slices');
  return isMap(items[0]) ? 'map' : 'scalar';
}

/** All items, each once; the last takes the place of one that is there already (deduplicateScalars). */
export function mergedScalars(live: readonly unknown[], change: readonly unknown[]): unknown[] {
  const all = [...live, ...change];
  const places = new Map<unknown, number[]>();
  all.forEach((item, at) => {
    const own = places.get(item);
    if (own) own.push(at);
    else places.set(item, [at]);
  });
  for (let at = 0; at < all.length; at++) {
    const own = places.get(all[at])!;
    while (own.length > 1) moveLast(all, own, places);
  }
  return all;
}

/** Puts the last of all items in the place of the second of some that are alike. */
function moveLast(all: unknown[], alike: number[], places: ReadonlyMap<unknown, number[]>): void {
  const last = all.pop();
  const others = places.get(last)!;
  others.pop();
  if (others === alike) return;
  const [free] = alike.splice(1, 1);
  all[free] = last;
  others.splice(countBelow(others, free), 0, free);
}

export function deletedFrom(live: readonly unknown[], removed: readonly unknown[]): unknown[] {
  const gone = new Set(removed);
  return live.filter((item) => !gone.has(item));
}

/**
 * Puts items in order: those that the patch names in the patch's, the others in that of the live list, and
 * both together as the live list has them as far as that goes (normalizeElementOrder).
 */
export function ordered(
  items: readonly unknown[],
  patchOrder: readonly unknown[],
  liveOrder: readonly unknown[],
  mergeKey: string,
  kind: ItemKind,
): unknown[] {
  const of = (item: unknown) => (kind === 'map' ? (item as JsonObject)?.[mergeKey] : item);
  if (mergeKey) [...items, ...patchOrder, ...liveOrder].forEach((item) => checkKey(item, mergeKey));
  const [inPatch, inLive] = [placesIn(patchOrder, of), placesIn(liveOrder, of)];
  const named = items.filter((item) => inPatch(item) >= 0);
  const others = items.filter((item) => inPatch(item) < 0);
  return interleaved(sortedBy(others, inLive), sortedBy(named, inPatch), inLive);
}

/** Where a list has the first item like another one; -1 if it has none. */
type Place = (item: unknown) => number;

function placesIn(order: readonly unknown[], of: (item: unknown) => unknown): Place {
  const places = new Map<unknown, number>();
  order.forEach((item, at) => {
    if (!places.has(of(item))) places.set(of(item), at);
  });
  return (item) => places.get(of(item)) ?? -1;
}

function checkKey(item: unknown, mergeKey: string): void {
  if (!isMap(item)) {
    throw new KubectlError(`expected a map[string]interface {}, but received a ${goTypeOf(item)}`);
  }
  if (!Object.hasOwn(item, mergeKey)) {
    throw new KubectlError(`map: ${shown(item)} does not contain declared merge key: ${mergeKey}`);
  }
}

/**
 * An insertion sort, for which an item without a place comes before all others (sort.SliceStable in
 * normalizeSliceOrder).
 */
function sortedBy(items: readonly unknown[], place: Place): unknown[] {
  const isDeleted = (item: unknown) => isMap(item) && item[DIRECTIVE] === 'delete';
  const result = items.filter((item) => !isDeleted(item));
  if (result.every((item) => place(item) >= 0)) result.sort((a, b) => place(a) - place(b));
  else insertionSort(result, (a, b) => place(a) < 0 || place(b) < 0 || place(a) < place(b));
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
function interleaved(left: readonly unknown[], right: readonly unknown[], place: Place): unknown[] {
  const result: unknown[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [i < left.length ? place(left[i]) : -1, j < right.length ? place(right[j]) : -1];
    const takesLeft = j >= right.length || (i < left.length && a >= 0 && b >= 0 && a < b);
    result.push(takesLeft ? left[i++] : right[j++]);
  }
  return result;
}
