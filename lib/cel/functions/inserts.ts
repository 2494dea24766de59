import type { Dictionary } from '../values/collections';
import { GrowingMap, type MapValue } from '../values/collections';
import type { Value } from '../values/value';
import { type Library, typed } from './declare';

/** A map that a loop fills takes entries itself; another one is copied. */
function growing(map: MapValue): GrowingMap {
  if (map instanceof GrowingMap) return map;
  return new GrowingMap(map.keys().map((key) => [key, map.find(key)!]));
}

/** What macros that make maps call. */
export const INSERTS: readonly Library[] = [
  typed({
    'cel.@mapInsert(map(K, V), K, V) -> map(K, V)': (map: MapValue, key: Value, value: Value) =>
      growing(map).insert(key, value),
    'cel.@mapInsert(map(K, V), map(K, V)) -> map(K, V)': (map: MapValue, added: MapValue) =>
      added
        .keys()
        .reduce<Dictionary>((made, key) => growing(made).insert(key, added.find(key)!), growing(map)),
  }),
];
