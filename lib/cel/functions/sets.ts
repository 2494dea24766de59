import type { List } from '../values/collections';
import { type Library, typed } from './declare';

const contains = (list: List, part: List): boolean => part.items.every((item) => list.contains(item));

/** Lists as sets (ext.Sets). */
export const SETS: readonly Library[] = [
  typed({
    'sets.contains(list(T), list(T)) -> bool': contains,
    'sets.equivalent(list(T), list(T)) -> bool': (a: List, b: List) => contains(a, b) && contains(b, a),
    'sets.intersects(list(T), list(T)) -> bool': (a: List, b: List) =>
      a.items.some((item) => b.contains(item)),
  }),
];
