/** Deeper than any manifest: detects values that contain themselves. */
export const MAX_DEPTH = 1000;

/** Whether JSON can hold a value: no instance of a class, no function, nothing that contains itself. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || depth > MAX_DEPTH) return false;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  return Object.values(value).every((item) => isPlain(item, depth + 1));
}
