import type { Field } from '../../field';

/** A key as a server shows it, with an ellipsis in too long a one: truncateIfTooLong, 1.36. */
export function shortened(key: string, limit: number): string {
  const bytes = Buffer.from(key);
  if (bytes.length <= limit) return key;
  const kept = limit - '...'.length;
  const start = bytes.subarray(0, Math.floor((kept + 1) / 2));
  return `${start.toString()}...${bytes.subarray(bytes.length - Math.floor(kept / 2)).toString()}`;
}

/** A map's entry as a server names it. */
export const entryAt = (key: string, limit: number, at: Field): Field =>
  at.key(shortened(key, limit)).shownAt(at.key(key));

/** What is wrong with a key is said of the map since 1.36, of the entry before: validateMap. */
export const keyAt = (key: string, limit: number, at: Field): Field =>
  at.minor >= 36 ? at.shownAt(at.key(key)) : entryAt(key, limit, at);
