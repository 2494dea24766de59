import { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';
import { isMap } from '../../go/sorted';
import { goTextWithIntegers, reflectedType } from '../../go/print';
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
  for (let at = 0; at < all.length - 1; at++) {
    for (let later = at + 1; later < all.length; later++) {
      if (all[at] !== all[later]) continue;
      all[later] = all.at(-1);
      all.pop();
      later--;
    }
  }
  return all;
}

export const deletedFrom = (live: readonly unknown[], removed: readonly unknown[]) =>
  live.filter((item) => !removed.includes(item));

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
  const place = (item: unknown, order: readonly unknown[]) =>
    order.findIndex((other) => of(other) === of(item));
  if (mergeKey) [...items, ...patchOrder, ...liveOrder].forEach((item) => checkKey(item, mergeKey));
  const named = items.filter((item) => place(item, patchOrder) >= 0);
  const others = items.filter((item) => place(item, patchOrder) < 0);
  return interleaved(
    sortedBy(others, liveOrder, place),
    sortedBy(named, patchOrder, place),
    liveOrder,
    place,
  );
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

type Place = (item: unknown, order: readonly unknown[]) => number;

/**
 * An insertion sort, for which an item without a place comes before all others (sort.SliceStable in
 * normalizeSliceOrder).
 */
function sortedBy(items: readonly unknown[], order: readonly unknown[], place: Place): unknown[] {
  const isDeleted = (item: unknown) => isMap(item) && item[DIRECTIVE] === 'delete';
  const result = items.filter((item) => !isDeleted(item));
  const less = (a: unknown, b: unknown) =>
    place(a, order) < 0 || place(b, order) < 0 || place(a, order) < place(b, order);
  for (let end = 1; end < result.length; end++) {
    for (let at = end; at > 0 && less(result[at], result[at - 1]); at--) {
      [result[at], result[at - 1]] = [result[at - 1], result[at]];
    }
  }
  return [...result, ...items.filter(isDeleted)];
}

/** mergeSortedSlice: the left comes first only where the live list has it before the right. */
function interleaved(
  left: readonly unknown[],
  right: readonly unknown[],
  order: readonly unknown[],
  place: Place,
): unknown[] {
  const result: unknown[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [
      i < left.length ? place(left[i], order) : -1,
      j < right.length ? place(right[j], order) : -1,
    ];
    const takesLeft = j >= right.length || (i < left.length && a >= 0 && b >= 0 && a < b);
    result.push(takesLeft ? left[i++] : right[j++]);
  }
  return result;
}
