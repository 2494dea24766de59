type Path = readonly string[];

/** The value at a path; undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((map, key) => (isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined), value);
}

/** A copy with another value at a path. */
export function withValueAt(value: unknown, [key, ...rest]: Path, replacement: unknown): object {
  if (key === undefined) return { ...(value as object), ...(replacement as object) };
  return { ...(value as object), [key]: withValueAt(valueAt(value, [key]), rest, replacement) };
}

/** Whether a value is a map. */
export const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
