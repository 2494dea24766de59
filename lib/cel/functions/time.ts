import { zoneProblem } from '../../apimachinery/time-zone';
import type { Duration, Timestamp } from '../values/time';
import { fail, noSuchOverload } from '../values/value';
import { type Library, typed } from './declare';

const DAY = 86_400_000;

/** A date whose UTC parts are those of a moment in a time zone. */
function dateIn(timestamp: Timestamp, zone = ''): Date {
  const utc = Number(timestamp.seconds) * 1000;
  return new Date(utc + offsetSeconds(zone, utc) * 1000);
}

function offsetSeconds(zone: string, utc: number): number {
  const colon = zone.indexOf(':');
  if (colon >= 0) return fixedOffset(zone, colon);
  if (zone === '' || zone === 'UTC' || zone === 'Local') return 0;
  const problem = zoneProblem(zone);
  return problem ? fail(problem) : namedOffset(zone, utc);
}

/** `-08:00` is west of Greenwich. */
function fixedOffset(zone: string, colon: number): number {
  const hours = atoi(zone.slice(0, colon));
  const minutes = atoi(zone.slice(colon + 1));
  return (zone.startsWith('-') ? hours * 60 - minutes : hours * 60 + minutes) * 60;
}

function atoi(text: string): number {
  return /^[+-]?\d{1,15}$/.test(text)
    ? Number(text)
    : fail(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
}

const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function namedOffset(zone: string, utc: number): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(format.format(utc)) ?? [];
  const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -offset : offset;
}

const dayOfYear = (date: Date) => {
  const start = new Date(date);
  start.setUTCMonth(0, 1);
  return Math.round((date.getTime() - start.getTime()) / DAY);
};

/** Parts of a moment, by the function that gets them. */
const PARTS: { readonly [name: string]: (date: Date, timestamp: Timestamp) => number } = {
  getDate: (date) => date.getUTCDate(),
  getDayOfMonth: (date) => date.getUTCDate() - 1,
  getDayOfWeek: (date) => date.getUTCDay(),
  getDayOfYear: dayOfYear,
  getFullYear: (date) => date.getUTCFullYear(),
  getHours: (date) => date.getUTCHours(),
  getMilliseconds: (_, timestamp) => Number(timestamp.nanosecond / 1_000_000n),
  getMinutes: (date) => date.getUTCMinutes(),
  getMonth: (date) => date.getUTCMonth(),
  getSeconds: (date) => date.getUTCSeconds(),
};

/** Nanoseconds of the units of a duration, by the function that counts them. */
const UNITS: { readonly [name: string]: bigint } = {
  getHours: 3_600_000_000_000n,
  getMilliseconds: 1_000_000n,
  getMinutes: 60_000_000_000n,
  getSeconds: 1_000_000_000n,
};

export const TIME: readonly Library[] = Object.entries(PARTS).map(([name, part]) =>
  typed({
    [`timestamp.${name}() -> int`]: (timestamp: Timestamp) => BigInt(part(dateIn(timestamp), timestamp)),
    [`timestamp.${name}(string) -> int`]: (timestamp: Timestamp, zone: string) =>
      BigInt(part(dateIn(timestamp, zone), timestamp)),
    ...(UNITS[name] && {
      [`duration.${name}() -> int`]: ({ nanos }: Duration) => nanos / (UNITS[name] ?? noSuchOverload()),
    }),
  }),
);
