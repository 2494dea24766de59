import { fieldOf, valueAt } from '../object/value-at';
import type { PathSegment } from './path';

/** A value among others, and the way to it from the list. */
interface Found {
  readonly way: readonly PathSegment[];
  readonly value: unknown;
}

/** Of the values that are the same: the way to the first, and to the first in another item of the list. */
interface Occurrences {
  readonly first: readonly PathSegment[];
  other?: readonly PathSegment[];
}

/** What values of a manifest repeat. A list is gone through once for all that is asked of it. */
export class RepeatedItems {
  private readonly lists = new Map<string, ReadonlyMap<string, Occurrences>>();

  constructor(private readonly manifest: unknown) {}

  /**
   * The way to what a value repeats: the first item of a list on the way to the value, the innermost list
   * before those that hold it, which has the same at the same place.
   *
   * @param by fields that make two objects the same; none: they are equal
   */
  of(path: readonly PathSegment[], by: readonly string[]): readonly PathSegment[] | undefined {
    const own = identity(valueAt(this.manifest, path), by);
    if (own === undefined) return undefined;
    for (let depth = path.length - 1; depth >= 0; depth--) {
      if (typeof path[depth] !== 'number') continue;
      const list = path.slice(0, depth);
      const alike = this.alikeIn(list, path.slice(depth), by).get(own);
      const way = alike?.first[0] === path[depth] ? alike.other : alike?.first;
      if (way) return [...list, ...way];
    }
    return undefined;
  }

  private alikeIn(
    list: readonly PathSegment[],
    way: readonly PathSegment[],
    by: readonly string[],
  ): ReadonlyMap<string, Occurrences> {
    const key = JSON.stringify([list, way.map((segment) => (typeof segment === 'number' ? 0 : segment)), by]);
    let known = this.lists.get(key);
    if (!known) {
      this.lists.set(key, (known = occurrencesIn(placesBelow(valueAt(this.manifest, list), way), by)));
    }
    return known;
  }
}

function occurrencesIn(places: Iterable<Found>, by: readonly string[]): ReadonlyMap<string, Occurrences> {
  const known = new Map<string, Occurrences>();
  for (const { way, value } of places) {
    const own = identity(value, by);
    if (own === undefined) continue;
    const before = known.get(own);
    if (!before) known.set(own, { first: way });
    else if (before.first[0] !== way[0]) before.other ??= way;
  }
  return known;
}

/** All places that a way leads to whatever its indexes are. */
function* placesBelow(value: unknown, way: readonly PathSegment[]): Generator<Found> {
  const [first, ...rest] = way;
  if (first === undefined) return void (yield { way: [], value });
  const steps = typeof first === 'number' ? (Array.isArray(value) ? [...value.keys()] : []) : [first];
  for (const step of steps) {
    for (const found of placesBelow(fieldOf(value, step), rest)) {
      yield { way: [step, ...found.way], value: found.value };
    }
  }
  return undefined;
}

/** The same text for what is the same. */
function identity(value: unknown, by: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  return JSON.stringify(new Excerpt().of(by.length ? by.map((field) => fieldOf(value, field) ?? '') : value));
}

/** The beginning of a value: only what code gives can be larger, or hold itself. */
class Excerpt {
  private left = 1000;

  of(value: unknown): unknown {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
    if (--this.left <= 0) return null;
    if (Array.isArray(value)) return value.map((item) => this.of(item));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.of(part)]));
  }
}
