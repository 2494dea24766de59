import { durationProblem } from '../../go/duration';

const NANOSECONDS: { readonly [unit: string]: number } = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Nanoseconds of a duration such as `1h30m` (time.ParseDuration). */
export function parseDuration(text: string): number {
  const problem = durationProblem(text);
  if (problem !== undefined) throw new Error(problem);
  let sum = 0;
  const part = /(\d*(?:\.\d*)?)([^.\d+-]+)/y;
  part.lastIndex = /^[-+]/.test(text) ? 1 : 0;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    sum += Number(match[1]) * NANOSECONDS[match[2]];
  }
  return sum * (text.startsWith('-') ? -1 : 1);
}
