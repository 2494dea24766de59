import type { PathSegment } from './path';

/**
 * The way to what a value repeats: the first item of a list on the way to the value, the innermost list before those that
 * hold it, which has the same at the same place.
 *
 * @param by fields that make two objects the same; none: they are equal
 */
export function twinOf(manifest: unknown, path: readonly PathSegment[], by: readonly string[]): readonly PathSegment[] | undefined {
  const own = identity(valueAt(manifest, path), by);
  if (own === undefined) return undefined;
  for (let depth = path.length - 1; depth >= 0; depth--) {
    if (typeof path[depth] !== 'number') continue;
    const list = path.slice(0, depth);
    for (const { way, value } of placesBelow(valueAt(manifest, list), path.slice(depth))) {
      if (way[0] !== path[depth] && identity(value, by) === own) return [...list, ...way];
    }
  }
  return undefined;
}

interface Found {
  readonly way: readonly PathSegment[];
  readonly value: unknown;
}

/** All places that a way leads to whatever its indexes are. */
function* placesBelow(value: unknown, way: readonly PathSegment[]): Generator<Found> {
  const [first, ...rest] = way;
  if (first === undefined) return void (yield { way: [], value });
  const steps = typeof first === 'number' ? (Array.isArray(value) ? [...value.keys()] : []) : [first];
  for (const step of steps) {
    for (const found of placesBelow(fieldOf(value, step), rest)) yield { way: [step, ...found.way], value: found.value };
  }
  return undefined;
}

export const valueAt = (manifest: unknown, path: readonly PathSegment[]): unknown => path.reduce(fieldOf, manifest);

const fieldOf = (value: unknown, segment: PathSegment): unknown =>
  (typeof value === 'object' && value !== null && Object.hasOwn(value, segment) ? (value as { readonly [segment: PathSegment]: unknown })[segment] : undefined);

/** The same text for what is the same. */
function identity(value: unknown, by: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  const parts = by.length ? by.map((field) => fieldOf(value, field) ?? '') : value;
  return JSON.stringify(parts, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
