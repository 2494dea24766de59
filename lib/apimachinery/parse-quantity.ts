import { abs, MAX_INT64, NANO, type Notation, Quantity, SUFFIXES } from './quantity';

const SYNTAX = /^([+-]?)(\d*)(?:\.(\d*))?((?:[eEinumkKMGTP]+[-+]?\d*|[-+]\d*)?)$/;

/** Messages of the server's decoding errors; they name no field. */
export const BAD_FORMAT =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const BAD_NUMBER = 'unable to parse numeric part of quantity';
export const BAD_SUFFIX = "unable to parse quantity's suffix";

/** What decoding puts in place of a null: no text of a quantity is empty. */
export const NO_QUANTITY = '';

const parsed = new Map<string, Quantity | string>();
const PARSED_LIMIT = 5000;

/** The quantity, or the text of the error (ParseQuantity, 1.36). */
export function parseQuantity(value: string | number | bigint): Quantity | string {
  const text = String(value).trim();
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= PARSED_LIMIT) parsed.clear();
  const result = parse(text);
  parsed.set(text, result);
  return result;
}

/** The quantity that decoding has let pass; zero where there is none, or `NO_QUANTITY` instead of a null. */
export function quantity(value: string | number | undefined): Quantity {
  if (value === NO_QUANTITY) return Quantity.NONE;
  const result = value === undefined ? Quantity.ZERO : parseQuantity(value);
  return typeof result === 'string' ? Quantity.ZERO : result;
}

/** An amount of a resource, as defaulting leaves it. */
export const amountOf = (value: string | number | undefined): Quantity => quantity(value).inMilli();

function parse(text: string): Quantity | string {
  if (text === '0') return Quantity.ZERO;
  const match = SYNTAX.exec(text);
  if (!text || !match) return BAD_FORMAT;
  const [, sign, integer, fraction = '', suffix] = match;
  const unit = unitOf(suffix);
  if (!unit) return BAD_SUFFIX;
  const digits = (integer.replace(/^0+/, '') || '0') + fraction;
  const amount = BigInt(digits) * (sign === '-' ? -1n : 1n);
  return unit.notation === 'binary'
    ? binaryQuantity({ text, digits, decimals: fraction.length, amount }, unit.exponent)
    : decimalQuantity({ text, digits, decimals: fraction.length, amount }, unit);
}

interface Number10 {
  readonly text: string;
  readonly digits: string;
  readonly decimals: number;
  readonly amount: bigint;
}

interface Unit {
  readonly notation: Notation;
  readonly exponent: number;
}

function unitOf(suffix: string): Unit | undefined {
  const known = Object.hasOwn(SUFFIXES, suffix) ? SUFFIXES[suffix] : undefined;
  if (known) return { notation: known[0] === 2 ? 'binary' : 'decimal', exponent: known[1] };
  const exponent = /^[eE]([-+]?\d+)$/.exec(suffix);
  return exponent
    ? { notation: 'exponent', exponent: Number(BigInt.asIntN(32, BigInt(exponent[1]))) }
    : undefined;
}

/** A text in canonical form is kept, as the server keeps it. */
function decimalQuantity(
  { text, digits, decimals, amount }: Number10,
  { notation, exponent }: Unit,
): Quantity | string {
  const scale = exponent - decimals;
  if (digits.length > 18 || scale < NANO) {
    return /^[-+]?\.?\d/.test(text) ? roundUp(amount, scale, notation) : BAD_NUMBER;
  }
  const canonical = scale % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
  return new Quantity(amount, scale, notation, canonical ? text : undefined);
}

function binaryQuantity({ text, digits, decimals, amount }: Number10, exponent: number): Quantity | string {
  const scaled = amount * 2n ** BigInt(exponent);
  const precision = 15 - digits.length - Math.trunc((exponent * 3) / 10) - 1;
  if (decimals === 0 && precision >= 0) {
    return new Quantity(scaled, 0, 'binary', (amount & 7n) !== 0n ? text : undefined);
  }
  if (!/^[-+]?\.?\d/.test(text)) return BAD_NUMBER;
  const one = 10n ** BigInt(decimals);
  const magnitude = abs(scaled);
  if (magnitude > MAX_INT64 * one) {
    return new Quantity(scaled < 0n ? -MAX_INT64 : MAX_INT64, 0, 'binary', undefined, true);
  }
  return roundUp(scaled, -decimals, magnitude < one ? 'decimal' : 'binary');
}

/** Away from zero, to whole nanos. */
function roundUp(amount: bigint, scale: number, notation: Notation): Quantity {
  if (scale >= NANO) return new Quantity(amount, scale, notation, undefined, true);
  const sign = amount < 0n ? -1n : BigInt(amount > 0n);
  if (NANO - scale > String(amount).length) return new Quantity(sign, NANO, notation, undefined, true);
  const divisor = 10n ** BigInt(NANO - scale);
  return new Quantity(
    amount / divisor + (amount % divisor === 0n ? 0n : sign),
    NANO,
    notation,
    undefined,
    true,
  );
}
