import { quoteTime } from './format';
import { scan } from '../text/scan';

const UNITS: { readonly [unit: string]: bigint } = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const PART = /([0-9]*)(?:\.([0-9]*))?([^.0-9]*)/y;
const LIMIT = 2n ** 63n;

/**
 * Why Go cannot read a duration such as `1h30m`, without what is around it (time.ParseDuration); undefined
 * when it can.
 */
export function durationProblem(text: string): string | undefined {
  const duration = durationOf(text);
  return typeof duration === 'string' ? duration : undefined;
}

/**
 * Nanoseconds of a duration.
 *
 * @throws Error in Go's words
 */
export function parseDuration(text: string): number {
  const duration = durationOf(text);
  if (typeof duration === 'string') throw new Error(duration);
  return Number(duration);
}

/** Nanoseconds of a duration, or the text of Go's error. */
export function durationOf(text: string): bigint | string {
  const negative = text.startsWith('-');
  const start = negative || text.startsWith('+') ? 1 : 0;
  if (text.slice(start) === '0') return 0n;
  let problem = text.length === start ? partProblem('', '') : undefined;
  let total = 0n;
  scan(start, text.length, (at) => {
    PART.lastIndex = at;
    const [whole, digits, fraction = '', unit] = PART.exec(text)!;
    problem = partProblem(digits + fraction, unit);
    if (problem) return undefined;
    total += BigInt(digits || 0) * UNITS[unit] + fractionOf(fraction, UNITS[unit]);
    return at + whole.length;
  });
  if (problem) return `time: ${problem} ${quoteTime(text)}`;
  if (total > (negative ? LIMIT : LIMIT - 1n)) return `time: invalid duration ${quoteTime(text)}`;
  return negative ? -total : total;
}

function partProblem(digits: string, unit: string): string | undefined {
  if (!digits) return 'invalid duration';
  if (!unit) return 'missing unit in duration';
  return Object.hasOwn(UNITS, unit) ? undefined : `unknown unit ${quoteTime(unit)} in duration`;
}

const fractionOf = (digits: string, unit: bigint) =>
  (BigInt(digits || 0) * unit) / 10n ** BigInt(digits.length);
