import { durationProblem } from '../go/duration';
import { atoi } from '../go/atoi';
import { zoneProblem } from './time-zone';

/** Allowed values of a field of a schedule. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

/** Names for the numbers from `min` on. */
const FIELDS: readonly Bounds[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  {
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const DESCRIPTORS = new Set([
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
]);
const EVERY = '@every ';
const ZONE = /^(?:CRON_)?TZ=/;
/** Whitespace according to Go (unicode.IsSpace). */
const SPACE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * Why a schedule is invalid: ParseStandard of robfig/cron v3, and the server's error if that panics;
 * undefined if it is valid.
 */
export function cronProblem(schedule: string): string | undefined {
  if (!schedule) return 'empty spec string';
  if (!ZONE.test(schedule)) return specProblem(schedule);
  const end = schedule.indexOf(' ');
  if (end < 0) return 'invalid schedule format: runtime error: slice bounds out of range [:-1]';
  const zone = schedule.slice(schedule.indexOf('=') + 1, end);
  const problem = zoneProblem(zone);
  if (problem) return `provided bad location ${zone}: ${problem}`;
  return specProblem(fieldsOf(schedule.slice(end)).join(' '));
}

function specProblem(spec: string): string | undefined {
  if (spec.startsWith('@')) return descriptorProblem(spec);
  const fields = fieldsOf(spec);
  if (fields.length !== FIELDS.length) {
    return `expected exactly ${FIELDS.length} fields, found ${fields.length}: [${fields.join(' ')}]`;
  }
  for (const [index, field] of fields.entries()) {
    const problem = firstProblem(field.split(',').filter(Boolean), (range) =>
      rangeProblem(range, FIELDS[index]),
    );
    if (problem) return problem;
  }
  return undefined;
}

const fieldsOf = (spec: string) => spec.split(SPACE).filter(Boolean);

function descriptorProblem(descriptor: string): string | undefined {
  if (DESCRIPTORS.has(descriptor)) return undefined;
  if (!descriptor.startsWith(EVERY)) return `unrecognized descriptor: ${descriptor}`;
  const problem = durationProblem(descriptor.slice(EVERY.length));
  return problem && `failed to parse duration ${descriptor}: ${problem}`;
}

/** `number`, `number-number`, `*`, each with `/step`. */
function rangeProblem(range: string, bounds: Bounds): string | undefined {
  const [span, ...steps] = range.split('/');
  const ends = rangeEnds(span.split('-'), range, bounds);
  if (typeof ends === 'string') return ends;
  if (steps.length > 1) return `too many slashes: ${range}`;
  const step = steps.length ? nonNegative(steps[0]) : 1n;
  if (typeof step === 'string') return step;
  const [start, end] = ends;
  return boundsProblem(
    [start, steps.length && !span.includes('-') ? BigInt(bounds.max) : end],
    step,
    range,
    bounds,
  );
}

function rangeEnds([low, ...high]: readonly string[], range: string, bounds: Bounds): Ends | string {
  if (low === '*' || low === '?') return [BigInt(bounds.min), BigInt(bounds.max)];
  const start = numberOrName(low, bounds);
  if (typeof start === 'string') return start;
  if (high.length > 1) return `too many hyphens: ${range}`;
  const end = high.length ? numberOrName(high[0], bounds) : start;
  return typeof end === 'string' ? end : [start, end];
}

type Ends = readonly [start: bigint, end: bigint];

function boundsProblem(
  [start, end]: Ends,
  step: bigint,
  range: string,
  { min, max }: Bounds,
): string | undefined {
  if (start < min) return `beginning of range (${start}) below minimum (${min}): ${range}`;
  if (end > max) return `end of range (${end}) above maximum (${max}): ${range}`;
  if (start > end) return `beginning of range (${start}) beyond end of range (${end}): ${range}`;
  return step === 0n ? `step of range should be a positive number: ${range}` : undefined;
}

function numberOrName(text: string, { min, names = [] }: Bounds): bigint | string {
  const at = names.indexOf(text.toLowerCase());
  return at < 0 ? nonNegative(text) : BigInt(min + at);
}

function nonNegative(text: string): bigint | string {
  const value = atoi(text);
  if (typeof value === 'string') return `failed to parse int from ${text}: ${value}`;
  return value < 0 ? `negative number (${value}) not allowed: ${text}` : value;
}

function firstProblem<T>(items: readonly T[], problem: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found) return found;
  }
  return undefined;
}
