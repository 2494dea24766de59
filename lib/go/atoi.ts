import { quote } from './format';

const INTEGER = /^[+-]?[0-9]+$/;
const MAX_INT = 2n ** 63n - 1n;

/** What strconv.Atoi makes of a text: the number, or the text of its error. */
export function atoi(text: string): bigint | string {
  if (!INTEGER.test(text)) return `strconv.Atoi: parsing ${quote(text)}: invalid syntax`;
  const value = BigInt(text.replace('+', ''));
  return value > MAX_INT || value < -MAX_INT - 1n
    ? `strconv.Atoi: parsing ${quote(text)}: value out of range`
    : value;
}

/** The number that Go goes on with where it does not look at the error. */
export function looseAtoi(text: string): number {
  const value = atoi(text);
  if (typeof value === 'bigint') return Number(value);
  if (!INTEGER.test(text)) return 0;
  return text.startsWith('-') ? -Number(MAX_INT) : Number(MAX_INT);
}

/** Whether a text is an integer of 64 bits, in decimal digits. */
export function isInteger(text: string): boolean {
  return /^[-+]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

/** Conversion of an int to an int32, which wraps around. */
export const toInt32 = (value: number) => Number(BigInt.asIntN(32, BigInt(value)));
