import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Aspect, ASPECTS, type Comparison } from './compare';

export const COMMITTED_FILE = join(__dirname, 'committed.json');

type Counts = { cases: number } & Record<Aspect, number>;

/** How many cases are equal, by kind and minor: `Pod 1.36`. */
export type Counted = Record<string, Counts>;

/** The lowest counts that may land. */
export const committedCounts = (): Counted => JSON.parse(readFileSync(COMMITTED_FILE, 'utf8')) as Counted;

/** What a selection of the cases has to reach: all, where all cases were equal when they were counted. */
export function committedOf(selection: Counted): Counted {
  const whole = committedCounts();
  return Object.fromEntries(
    Object.entries(selection).map(([name, { cases }]) => {
      const least = (aspect: Aspect) => (whole[name]?.[aspect] === whole[name]?.cases ? cases : 0);
      return [
        name,
        {
          cases,
          verdicts: least('verdicts'),
          causes: least('causes'),
          messages: least('messages'),
          warnings: least('warnings'),
        },
      ];
    }),
  );
}

export function countAll(all: readonly Comparison[]): Counted {
  const result: Counted = {};
  for (const { kind, minor, equal } of all) {
    const entry = (result[`${kind} 1.${minor}`] ??= {
      cases: 0,
      verdicts: 0,
      causes: 0,
      messages: 0,
      warnings: 0,
    });
    entry.cases++;
    for (const aspect of ASPECTS) entry[aspect] += Number(equal[aspect]);
  }
  return Object.fromEntries(Object.entries(result).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is less than committed, a line each. */
export function shortfalls(all: Counted, committed: Counted): string[] {
  return Object.entries(committed).flatMap(([name, least]) =>
    ASPECTS.filter((aspect) => (all[name]?.[aspect] ?? 0) < least[aspect]).map(
      (aspect) => `${name}, ${aspect}: ${all[name]?.[aspect] ?? 0} of at least ${least[aspect]}`,
    ),
  );
}
