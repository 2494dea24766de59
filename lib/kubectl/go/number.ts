import { quote } from '../../go/format';
import { KubectlError } from '../errors';

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

const problem = (fn: string, text: string, what: string) =>
  new KubectlError(`strconv.${fn}: parsing ${quote(text)}: ${what}`);

/** Whether a text is one that strconv.ParseBool takes, and what it means. */
export const boolOf = (text: string): boolean | undefined =>
  TRUE.has(text) ? true : FALSE.has(text) ? false : undefined;

/** strconv.ParseBool. */
export function parseBool(text: string): boolean {
  const value = boolOf(text);
  if (value === undefined) throw problem('ParseBool', text, 'invalid syntax');
  return value;
}

const BASE_0 = /^[-+]?(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|0|[1-9](?:_?\d)*)$/;

/** strconv.ParseInt with base 0, which knows prefixes and underscores, for 32 or 64 bits. */
export function parseInteger(text: string, bits: 32 | 64): number {
  if (!BASE_0.test(text)) throw problem('ParseInt', text, 'invalid syntax');
  const digits = text
    .replace(/^[-+]/, '')
    .replaceAll('_', '')
    .replace(/^0([0-7])/, '0o$1');
  return inRange('ParseInt', text, text.startsWith('-') ? -BigInt(digits) : BigInt(digits), bits);
}

/** strconv.Atoi: decimal digits alone. */
export function atoi(text: string): number {
  if (!/^[-+]?\d+$/.test(text)) throw problem('Atoi', text, 'invalid syntax');
  return inRange('Atoi', text, BigInt(text.replace(/^\+/, '')), 64);
}

function inRange(fn: string, text: string, value: bigint, bits: 32 | 64): number {
  if (BigInt.asIntN(bits, value) !== value) throw problem(fn, text, 'value out of range');
  return Number(value);
}

/** strconv.ParseUint with base 10 for 16 bits. */
export function parseUint16(text: string): number {
  if (!/^\d+$/.test(text)) throw problem('ParseUint', text, 'invalid syntax');
  if (BigInt(text) > 65535n) throw problem('ParseUint', text, 'value out of range');
  return Number(text);
}

/** Conversion of an int to an int32, which wraps around. */
export const toInt32 = (value: number) => Number(BigInt.asIntN(32, BigInt(value)));
