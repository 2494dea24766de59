type Path = readonly string[];

/** The value at a path; undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((holder, key) => (holds(holder, key) ? holder[key] : undefined), value);
}

const holds = (value: unknown, key: string): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(value, key) &&
  (!Array.isArray(value) || /^\d+$/.test(key));

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
