import { durationOf } from '../../go/duration';
import { epochSeconds, Duration, parseTimestamp, Timestamp } from '../values/time';

const SECOND = 1_000_000_000n;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
/** Without a time zone, a moment is one of UTC. */
const LOCAL = /^\d{4}-\d\d-\d\dT\d{1,2}:\d\d:\d\d(?:[.,]\d+)?$/;

/** What the format `date` stands for. */
export function dateOf(text: string): Timestamp | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  const seconds = year ? epochSeconds(Number(year), Number(month), Number(day)) : undefined;
  return seconds === undefined ? undefined : new Timestamp(BigInt(seconds) * SECOND);
}

/** What the format `date-time` stands for. */
export function dateTimeOf(text: string): Timestamp | undefined {
  if (text === '') return new Timestamp(0n);
  return parseTimestamp(LOCAL.test(text) ? `${text}Z` : text);
}

const DAY = 86_400n * SECOND;
/** Units by their names; the last of a row may be longer. */
const UNITS: readonly (readonly [nanos: bigint, ...names: string[]])[] = [
  [1n, 'ns', 'nano'],
  [1_000n, 'us', 'µs', 'micro'],
  [1_000_000n, 'ms', 'milli'],
  [SECOND, 's', 'sec'],
  [60n * SECOND, 'm', 'min'],
  [3_600n * SECOND, 'h', 'hr', 'hour'],
  [DAY, 'd', 'day'],
  [7n * DAY, 'w', 'wk', 'week'],
];
const PART = /(?<!\d)(\d+)\s*([A-Za-zµ]+)/g;

/** What the format `duration` stands for: that of Go, and that of Scala (strfmt.ParseDuration). */
export function openApiDuration(text: string): Duration | undefined {
  const nanos = durationOf(text);
  if (typeof nanos === 'bigint') return new Duration(nanos);
  let total: bigint | undefined;
  for (const [, digits, word] of text.matchAll(PART)) {
    const unit = unitOf(word.toLowerCase());
    if (unit) total = (total ?? 0n) + BigInt.asIntN(64, BigInt(digits.slice(0, 20)) * unit);
  }
  return total === undefined ? undefined : new Duration(BigInt.asIntN(64, total));
}

const unitOf = (word: string) =>
  UNITS.find(([, ...names]) => names.includes(word) || word.startsWith(names.at(-1)!))?.[0];
