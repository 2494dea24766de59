import { quoteTime } from '../../go/format';

/** Parts of a layout, in order. A part that stands for itself has no `read`. */
interface Part {
  readonly layout: string;
  readonly read?: (text: string, time: Time) => Read;
}

/**
 * What is left once a part is read; a fault instead: what is out of range, or an empty text where the part is
 * not there.
 */
type Read = { readonly rest: string } | { readonly fault: string; readonly rest?: string };

interface Time {
  year: number;
  month: number;
  day: number;
}

const literal = (layout: string): Part => ({ layout });

/** A number of two digits, or of one where `loose`. */
const number = (
  layout: string,
  fits: (value: number, time: Time) => boolean,
  name: string,
  loose = false,
): Part => ({
  layout,
  read(text, time) {
    const digits = (loose ? /^\d\d?/ : /^\d\d/).exec(text)?.[0];
    if (!digits) return { fault: '' };
    const rest = text.slice(digits.length);
    return fits(Number(digits), time) ? { rest } : { fault: name, rest };
  },
});

const YEAR: Part = {
  layout: '2006',
  read(text, time) {
    if (!/^\d{4}/.test(text)) return { fault: '' };
    time.year = Number(text.slice(0, 4));
    return { rest: text.slice(4) };
  },
};

const ZONE: Part = {
  layout: 'Z07:00',
  read(text) {
    if (text.startsWith('Z')) return { rest: text.slice(1) };
    const match = /^([^]{1})(\d\d):(\d\d)/.exec(text);
    if (!match) return { fault: '' };
    const rest = text.slice(6);
    if (Number(match[2]) > 24) return { fault: 'time zone offset hour', rest };
    if (Number(match[3]) > 60) return { fault: 'time zone offset minute', rest };
    return '+-'.includes(match[1]) ? { rest } : { fault: '' };
  },
};

/** Seconds, and their fraction even where the layout has none. */
const SECONDS: Part = {
  layout: '05',
  read(text) {
    const match = /^(\d\d)([.,]\d+)?/.exec(text);
    if (!match) return { fault: '' };
    return Number(match[1]) < 60
      ? { rest: text.slice(match[0].length) }
      : { fault: 'second', rest: text.slice(2) };
  },
};

const MICROSECONDS: Part = {
  layout: '.000000',
  read: (text) => (/^[.,]\d{6}/.test(text) ? { rest: text.slice(7) } : { fault: '' }),
};

const DATE = [
  YEAR,
  literal('-'),
  number('01', (month, time) => (time.month = month) >= 1 && month <= 12, 'month'),
  literal('-'),
  number('02', (day, time) => (time.day = day) >= 0, 'day'),
  literal('T'),
  number('15', (hour) => hour < 24, 'hour', true),
  literal(':'),
  number('04', (minute) => minute < 60, 'minute'),
  literal(':'),
];
const LAYOUTS = {
  time: [...DATE, SECONDS, ZONE],
  microTime: [...DATE, number('05', (second) => second < 60, 'second'), MICROSECONDS, ZONE],
};

/**
 * Undefined for a time of the layout, else the text of the error: time.Parse with RFC3339 and
 * metav1.RFC3339Micro.
 */
export function timeError(text: string, kind: keyof typeof LAYOUTS): string | undefined {
  const time: Time = { year: 0, month: 1, day: 1 };
  let left = text;
  for (const part of LAYOUTS[kind]) {
    const read = part.read ? part.read(left, time) : skip(left, part.layout);
    if ('fault' in read) {
      return read.fault
        ? `parsing time ${quoteTime(text)}: ${read.fault} out of range`
        : mismatch(text, kind, left, part.layout);
    }
    left = read.rest;
  }
  if (left) return `parsing time ${quoteTime(text)}: extra text: ${quoteTime(left)}`;
  return time.day >= 1 && time.day <= daysIn(time)
    ? undefined
    : `parsing time ${quoteTime(text)}: day out of range`;
}

const skip = (text: string, layout: string): Read =>
  text.startsWith(layout) ? { rest: text.slice(layout.length) } : { fault: '' };

function mismatch(text: string, kind: keyof typeof LAYOUTS, left: string, layout: string): string {
  const whole = LAYOUTS[kind].map((part) => part.layout).join('');
  return `parsing time ${quoteTime(text)} as "${whole}": cannot parse ${quoteTime(left)} as "${layout}"`;
}

/** Days of a month in the Gregorian calendar. */
export function daysIn({ year, month }: Pick<Time, 'year' | 'month'>): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
