/** Inserts lines into texts that list things: each is placed beside those that `among` matches. */

const keyOf = (line: string, among: RegExp) => among.exec(line)?.[1].toLowerCase().replaceAll('_', '-');

/**
 * Inserts a line before the first that sorts after it.
 *
 * @param among matches the lines of the list, and the new one; its first group is what they are sorted by
 */
export function insertSorted(text: string, line: string, among: RegExp): string {
  const key = keyOf(line, among)!;
  const lines = text.split('\n');
  const after = lines.findIndex((other) => (keyOf(other, among) ?? '') > key);
  if (after < 0) return insertLast(text, line, among);
  lines.splice(after, 0, line);
  return lines.join('\n');
}

/** Inserts a line after the last of its list. */
export function insertLast(text: string, line: string, among: RegExp): string {
  const lines = text.split('\n');
  const last = lines.map((other) => among.test(other)).lastIndexOf(true);
  if (last < 0) throw new Error(`no line is like ${among}, after which to insert ${line}`);
  lines.splice(last + 1, 0, line);
  return lines.join('\n');
}

/** Inserts text at the place that an expression matches: before the match. */
export function insertBefore(text: string, inserted: string, place: RegExp): string {
  const match = place.exec(text);
  if (!match) throw new Error(`no text is like ${place}, before which to insert ${inserted}`);
  return text.slice(0, match.index) + inserted + text.slice(match.index);
}

/** An import on one line; they are sorted by module. */
export const IMPORT = /^import .* from '(.+)';$/;
