import { atoi as goAtoi } from '../../go/atoi';
import { parseBool as goParseBool } from '../../go/parse-bool';
import { quote } from '../../go/format';
import { KubectlError } from '../errors';

const problem = (fn: string, text: string, what: string) =>
  new KubectlError(`strconv.${fn}: parsing ${quote(text)}: ${what}`);

/** strconv.ParseBool. */
export function parseBool(text: string): boolean {
  const value = goParseBool(text);
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
  const value = goAtoi(text);
  if (typeof value === 'string') throw new KubectlError(value);
  return Number(value);
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
