import { durationProblem } from '../../validate/vocabulary/duration';

const NANOSECONDS: { readonly [unit: string]: number } = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** Nanoseconds of a duration such as `1h30m` (time.ParseDuration). */
export function parseDuration(text: string): number {
  const problem = durationProblem(text);
  if (problem !== undefined) throw new Error(problem);
  const parts = [...text.matchAll(/(\d*\.?\d*)([^.\d+-]+)/g)].map(([, amount, unit]) => Number(amount) * NANOSECONDS[unit]);
  return parts.reduce((sum, part) => sum + part, 0) * (text.startsWith('-') ? -1 : 1);
}
