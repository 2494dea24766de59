import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MINORS } from '../lib/validate/schema/minors';
import { recordedCases } from '../test/support/recorded';
import { type Aspect, ASPECTS, compare, type Comparison, difference } from './parity/compare';
import { COMMITTED_FILE, committedCounts, countAll, type Counted, shortfalls } from './parity/counts';

/**
 * `npm run parity`: replays recorded verdicts of servers and says how many of ours are equal.
 * `--verdicts=FILE` has others of the same cases.
 */

const { values: options } = parseArgs({
  options: {
    minor: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    match: { type: 'string' },
    aspect: { type: 'string', multiple: true },
    classes: { type: 'string' },
    verdicts: { type: 'string' },
    commit: { type: 'boolean' },
  },
});

const files = options.verdicts === undefined ? undefined : [options.verdicts];
const minors = options.minor?.map((minor) => Number(minor.replace('1.', ''))) ?? MINORS;
const wanted = (options.aspect ?? ASPECTS) as readonly Aspect[];
const pattern = options.match === undefined ? undefined : new RegExp(options.match);

const comparisons = minors
  .flatMap((minor) => recordedCases(`1.${minor}`, files).map((recorded) => compare(recorded, minor)))
  .filter(({ kind }) => !options.kind || options.kind.includes(kind))
  .filter(
    ({ id, recorded, ours }) =>
      !pattern || [id, JSON.stringify(recorded), JSON.stringify(ours)].some((text) => pattern.test(text)),
  );

const counts = countAll(comparisons);
printCounts(counts);
printClasses(comparisons, Number(options.classes ?? 0));
printRefusals(comparisons);
const whole = !options.verdicts && !options.minor && !options.kind && !options.match;
if (whole && options.commit) writeFileSync(COMMITTED_FILE, `${JSON.stringify(counts, undefined, 2)}\n`);
else if (whole && comparisons.length) reportShortfalls();

function printCounts(all: Counted): void {
  const percent = (count: number, cases: number) => `${((100 * count) / cases).toFixed(2)} %`.padStart(9);
  console.log(
    `${'kind and minor'.padEnd(40)} ${'cases'.padStart(6)} ${ASPECTS.map((aspect) => aspect.padStart(9)).join(' ')}`,
  );
  for (const [name, entry] of Object.entries(all)) {
    console.log(
      `${name.padEnd(40)} ${String(entry.cases).padStart(6)} ${ASPECTS.map((aspect) => percent(entry[aspect], entry.cases)).join(' ')}`,
    );
  }
}

/** What differs, alike differences together, the most frequent first. */
function printClasses(all: readonly Comparison[], most: number): void {
  const classes = new Map<string, string[]>();
  for (const comparison of all) {
    for (const aspect of wanted) {
      if (comparison.equal[aspect]) continue;
      const text = difference(comparison, aspect);
      classes.set(text, [...(classes.get(text) ?? []), `${comparison.id}@${comparison.minor}`]);
      break;
    }
  }
  [...classes]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, most)
    .forEach(([text, ids]) =>
      console.log(
        `${String(ids.length).padStart(4)}  ${text.slice(0, 700)}\n      ${ids.slice(0, 3).join(' ')}`,
      ),
    );
}

function printRefusals(all: readonly Comparison[]): void {
  const refused = all.filter(({ recorded, ours }) => recorded.ok && !ours.ok);
  console.log(
    `valid cases refused: ${refused.length} ${refused
      .slice(0, 8)
      .map(({ id, minor }) => `${id}@${minor}`)
      .join(' ')}`,
  );
}

function reportShortfalls(): void {
  const found = shortfalls(counts, committedCounts());
  found.forEach((text) => console.log(`fewer than committed: ${text}`));
  if (found.length) process.exitCode = 1;
}
