/**
 * Items, the shortest first, that between them have every key of all items; those that are too long are left
 * out.
 */
export function cover<T>(items: readonly T[], keysOf: (item: T) => readonly string[], most: number): T[] {
  const sized = items
    .map((item, index) => ({ item, index, size: JSON.stringify(item).length }))
    .filter(({ size }) => size <= most);
  sized.sort((a, b) => a.size - b.size || a.index - b.index);
  const seen = new Set<string>();
  const kept = sized.filter(({ item }) => {
    const fresh = keysOf(item).filter((key) => !seen.has(key));
    fresh.forEach((key) => seen.add(key));
    return fresh.length > 0;
  });
  return kept.sort((a, b) => a.index - b.index).map(({ item }) => item);
}

/** A message without what it says of one object: names, values and numbers. */
export function shapeOf(message: string): string {
  return message
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/\{.*\}/gs, '{…}')
    .replace(/\[[^\]]*\]/g, '[]')
    .replace(/\b0x[0-9a-f]+|[+-]?\d[\w.:%-]*/g, '#')
    .replace(/(Invalid value): .*?: /, '$1: ')
    .replace(/(Unsupported value|Duplicate value|unknown field).*/s, '$1');
}

export const linesOf = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
export const textOf = (items: readonly unknown[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('');
