import { quote } from '../../go/format';
import { List, MapValue } from '../values/collections';
import { TypeValue, Uint } from '../values/scalars';
import { Duration, Timestamp } from '../values/time';
import { CelNotSupported } from '../errors';
import { fail, formatDouble, typeNameOf, type Value } from '../values/value';
import { fixedText } from './decimals';
import { parseFormat, type Clause } from './format-clauses';

/** More decimals are not written here. */
const MOST_DECIMALS = 100;

/** Fills in a text (`string.format`, ext.Strings version 2, whose locale is en_US). */
export function formatText(text: string, args: List): string {
  let next = 0;
  const parts = parseFormat(text, () => {
    if (next++ >= args.size) fail(`index ${next - 1} out of range`);
  });
  let index = 0;
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('problem' in part) return fail(part.problem);
      return clauseText(part, args.at(index++));
    })
    .join('');
}

const failFormat = (rule: string, value: Value): never =>
  fail(`error during formatting: ${rule}, was given ${typeNameOf(value)}`);

function clauseText({ verb, decimals }: Clause, value: Value): string {
  switch (verb) {
    case 's':
      return stringText(value);
    case 'd':
      return radixText(value, 10, RULES.d);
    case 'f':
      return fixed(value, decimals ?? 6);
    case 'e':
      return scientific(value);
    case 'b':
      return typeof value === 'boolean' ? String(Number(value)) : radixText(value, 2, RULES.b);
    case 'o':
      return radixText(value, 8, RULES.o);
    case 'X':
      return hexText(value).toUpperCase();
    default:
      return hexText(value);
  }
}

/** What each clause is for. */
export const RULES = {
  s: 'string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps',
  d: 'decimal clause can only be used on integers',
  f: 'fixed-point clause can only be used on doubles',
  e: 'scientific clause can only be used on doubles',
  b: 'only integers and bools can be formatted as binary',
  x: 'only integers, byte buffers, and strings can be formatted as hex',
  o: 'octal clause can only be used on integers',
} as const;

function radixText(value: Value, radix: number, rule: string): string {
  if (typeof value === 'bigint') return value.toString(radix);
  return value instanceof Uint ? value.value.toString(radix) : failFormat(rule, value);
}

function hexText(value: Value): string {
  if (typeof value === 'string' || value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return radixText(value, 16, RULES.x);
}

const SPECIAL = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
]);

/** A double, or a text that stands for one that is no number. */
function doubleOf(value: Value, rule: string): number {
  const double = typeof value === 'string' ? SPECIAL.get(value) : value;
  return typeof double === 'number' ? double : failFormat(rule, value);
}

function fixed(value: Value, decimals: number): string {
  const double = doubleOf(value, RULES.f);
  if (!Number.isFinite(double)) return infinite(double);
  if (decimals > MOST_DECIMALS) throw new CelNotSupported('the expression', 'formats too many decimals');
  const [whole, fraction] = fixedText(double, decimals).split('.');
  const grouped = inThousands(whole);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Digits with a comma before each three. */
function inThousands(digits: string): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const groups: string[] = [];
  for (let end = digits.length; end > sign.length; end -= 3) {
    groups.unshift(digits.slice(Math.max(end - 3, sign.length), end));
  }
  return sign + groups.join(',');
}

const infinite = (double: number) => (Number.isNaN(double) ? 'NaN' : double < 0 ? '-∞' : '∞');

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Six decimals, whatever is asked for. */
function scientific(value: Value): string {
  const double = doubleOf(value, RULES.e);
  if (!Number.isFinite(double)) return infinite(double);
  const [digits, power] = double.toExponential(6).split('e');
  const exponent = power.slice(1).padStart(2, '0');
  const raised = Array.from(exponent, (digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${digits}×10${power.startsWith('-') ? '⁻' : ''}${raised}`;
}

/** `%s`: a value as `string()` writes it. */
function stringText(value: Value): string {
  if (value instanceof List || value instanceof MapValue) return inner(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatDouble(value);
  if (value instanceof Duration) return value.seconds;
  if (value instanceof Timestamp) return value.text;
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (value === null) return 'null';
  return isPlain(value) ? String(value) : failFormat(RULES.s, value);
}

const isPlain = (value: Value) =>
  typeof value === 'bigint' ||
  typeof value === 'boolean' ||
  value instanceof Uint ||
  value instanceof TypeValue;

/** A value within a list or map. */
function inner(value: Value): string {
  if (value instanceof List) return `[${value.items.map(inner).join(', ')}]`;
  if (value instanceof MapValue) return mapText(value);
  if (value instanceof Timestamp) return `timestamp(${quote(value.text)})`;
  if (value instanceof Duration) return `duration(${quote(value.seconds)})`;
  if (typeof value === 'number') return doubleText(value);
  if (value instanceof Uint8Array) return `b${quote(Buffer.from(value).toString())}`;
  if (typeof value === 'string') return quote(value);
  if (value === null) return 'null';
  return isPlain(value)
    ? String(value)
    : fail(`error during formatting: no formatting function for ${typeNameOf(value)}`);
}

const doubleText = (value: number) =>
  Number.isFinite(value) ? fixedText(value, 6) : quote(formatDouble(value));

function mapText(map: MapValue): string {
  const entries = map.keys().map((key): [string, string] => {
    if (typeof key !== 'string' && !(isPlain(key) && !(key instanceof TypeValue))) {
      fail(`error during formatting: no formatting function for map key of type ${typeNameOf(key)}`);
    }
    return [inner(key), inner(map.find(key)!)];
  });
  entries.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return `{${entries.map(([key, value]) => `${key}:${value}`).join(', ')}}`;
}
