type Path = readonly (string | number)[];

/** The value at a path; undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(fieldOf, value);
}

/** The value of a field, of an item, or of a map's key; undefined if there is none. */
export function fieldOf(holder: unknown, key: string | number): unknown {
  return holds(holder, key) ? holder[key] : undefined;
}

const holds = (value: unknown, key: string | number): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(value, key) &&
  (!Array.isArray(value) || typeof key === 'number' || /^\d+$/.test(key));

/** A copy with another value at a path. */
export function withValueAt(value: unknown, [key, ...rest]: Path, replacement: unknown): object {
  if (key === undefined) return { ...(value as object), ...(replacement as object) };
  const changed = { [key]: withValueAt(valueAt(value, [key]), rest, replacement) };
  return Array.isArray(value)
    ? Object.assign([...(value as unknown[])], changed)
    : { ...(value as object), ...changed };
}

/** Whether a value is a map. */
export const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
