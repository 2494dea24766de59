import type { WrittenScalar } from '../../manifest/locate';

/** A scalar that YAML, or a program, has as something else than the string that it is to be. */
export type NotString = number | bigint | boolean;

export const isNotString = (value: unknown): value is NotString =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

/** What to do if nobody knows how the scalar was written. */
export const useString = (value: NotString) => `use a string, not ${described(value)}`;

/** The scalar in quotes as it stands in the text, and what YAML makes of it if that is something else. */
export function quoteIt(value: NotString, { text, tag, anchor }: WrittenScalar): string {
  const where = anchor === undefined ? '' : ` at its anchor &${anchor}`;
  const how = tag === undefined ? '' : ` and remove ${tag}`;
  const read =
    text === String(value) || tag !== undefined
      ? ''
      : `, which YAML reads as ${described(value)}${baseOf(text)}`;
  return `quote it${where}${how}: "${text}"${read}`;
}

const described = (value: NotString) =>
  `${typeof value === 'boolean' ? 'the boolean' : 'the number'} ${String(value)}`;

/** The base of a number that is not decimal: a leading zero is enough. */
function baseOf(text: string): string {
  const prefix = /^[-+]?0([xXbBoO]?)[\da-fA-F_]+$/.exec(text)?.[1].toLowerCase();
  if (prefix === undefined || (prefix === '' && !/^[-+]?[0-7_]+$/.test(text))) return '';
  return ` (${prefix === 'x' ? 'hexadecimal' : prefix === 'b' ? 'binary' : 'octal'})`;
}
