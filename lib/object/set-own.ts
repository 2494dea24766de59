/**
 * Sets an entry of a map, whatever the key: assigning to `__proto__` would change the map's prototype
 * instead.
 */
export function setOwn(map: { [key: string]: unknown }, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    map[key] = value;
  }
}
