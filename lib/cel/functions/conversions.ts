import { durationOf } from '../../go/duration';
import { charactersIn } from '../syntax/source';
import { parseBool } from '../../go/parse-bool';
import { List, MapValue } from '../values/collections';
import { TypeValue, Uint } from '../values/scalars';
import type { Timestamp } from '../values/time';
import { Duration, parseTimestamp } from '../values/time';
import { fail, formatDouble, typeNameOf, type Value } from '../values/value';
import { type Library, typed, untyped } from './declare';
import { checkedInt, checkedTimestamp, checkedUint } from './operators';

const failConversion = (from: string, to: string): never =>
  fail(`type conversion error from '${from}' to '${to}'`);

const INT_LIMIT = 2 ** 63;
const UINT_LIMIT = 2 ** 64;
const SECOND = 1_000_000_000n;

const doubleToInt = (value: number): bigint =>
  value > -INT_LIMIT && value < INT_LIMIT ? BigInt(Math.trunc(value)) : fail('integer overflow');

const doubleToUint = (value: number): Uint =>
  value >= 0 && value < UINT_LIMIT ? new Uint(BigInt(Math.trunc(value))) : fail('unsigned integer overflow');

/** A whole number as strconv.ParseInt reads it. */
function wholeOf(text: string, isSigned: boolean): bigint | undefined {
  const pattern = isSigned ? /^[+-]?\d+$/ : /^\d+$/;
  if (text.length > 1000 || !pattern.test(text)) return undefined;
  const value = BigInt(text.replace(/^[+-]/, ''));
  return text.startsWith('-') ? -value : value;
}

function stringToInt(text: string): bigint {
  const value = wholeOf(text, true);
  if (value === undefined || BigInt.asIntN(64, value) !== value) return failConversion('string', 'int');
  return value;
}

function stringToUint(text: string): Uint {
  const value = wholeOf(text, false);
  if (value === undefined || BigInt.asUintN(64, value) !== value) return failConversion('string', 'uint');
  return new Uint(value);
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/** A number as strconv.ParseFloat reads it. */
function stringToDouble(text: string): number {
  const infinite = INFINITE.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  if (/^[+-]?nan$/i.test(text)) return NaN;
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : failConversion('string', 'double');
}

function bytesToString(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail('invalid UTF-8 in bytes, cannot convert to string');
  }
}

function stringToDuration(text: string): Duration {
  const nanos = durationOf(text);
  return typeof nanos === 'string'
    ? failConversion('string', 'google.protobuf.Duration')
    : new Duration(nanos);
}

function stringToTimestamp(text: string): Timestamp {
  const timestamp = parseTimestamp(text);
  if (!timestamp) return failConversion('string', 'google.protobuf.Timestamp');
  return checkedTimestamp(timestamp.nanos, timestamp.offset);
}

const identity = (value: Value) => value;

function size(value: Value): Value {
  if (typeof value === 'string') return BigInt(charactersIn(value));
  if (value instanceof Uint8Array) return BigInt(value.length);
  if (value instanceof List || value instanceof MapValue) return BigInt(value.size);
  return fail('no such overload: size');
}

/** Functions that an expression with constant arguments runs when it is compiled. */
export const FOLDED: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'duration',
  'dyn',
  'int',
  'string',
  'timestamp',
  'type',
  'uint',
]);

/** An overload that older versions of cel-go declare, although nothing carries it out. */
export const OLD_CONVERSIONS: readonly Library[] = [
  typed({ 'duration(int) -> duration': () => failConversion('int', 'google.protobuf.Duration') }),
];

export const CONVERSIONS: readonly Library[] = [
  typed({
    'bool(bool) -> bool': identity,
    'bool(string) -> bool': (text: string) => parseBool(text) ?? failConversion('string', 'bool'),
    'bytes(bytes) -> bytes': identity,
    'bytes(string) -> bytes': (text: string) => Buffer.from(text),
    'double(double) -> double': identity,
    'double(int) -> double': (value: bigint) => Number(value),
    'double(string) -> double': stringToDouble,
    'double(uint) -> double': ({ value }: Uint) => Number(value),
    'duration(duration) -> duration': identity,
    'duration(string) -> duration': stringToDuration,
    'int(int) -> int': identity,
    'int(double) -> int': doubleToInt,
    'int(duration) -> int': ({ nanos }: Duration) => nanos,
    'int(string) -> int': stringToInt,
    'int(timestamp) -> int': ({ seconds }: Timestamp) => seconds,
    'int(uint) -> int': ({ value }: Uint) => checkedInt(value),
    'string(string) -> string': identity,
    'string(bool) -> string': String,
    'string(bytes) -> string': bytesToString,
    'string(double) -> string': formatDouble,
    'string(duration) -> string': ({ seconds }: Duration) => seconds,
    'string(int) -> string': String,
    'string(timestamp) -> string': ({ text }: Timestamp) => text,
    'string(uint) -> string': String,
    'timestamp(timestamp) -> timestamp': identity,
    'timestamp(int) -> timestamp': (seconds: bigint) => checkedTimestamp(seconds * SECOND),
    'timestamp(string) -> timestamp': stringToTimestamp,
    'uint(uint) -> uint': identity,
    'uint(double) -> uint': doubleToUint,
    'uint(int) -> uint': checkedUint,
    'uint(string) -> uint': stringToUint,
  }),
  untyped(identity, 'dyn(A) -> dyn'),
  untyped((value: Value) => new TypeValue(typeNameOf(value)), 'type(A) -> type(A)'),
  untyped(
    size,
    ...['bytes', 'list(A)', 'map(A, B)', 'string'].flatMap((type) => [
      `size(${type}) -> int`,
      `${type}.size() -> int`,
    ]),
  ),
];
