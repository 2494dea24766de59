import { parseArgs } from 'node:util';
import { recordedCluster } from '../test/support/recorded';
import { madeMutants, recordedMutants } from './suggestions/mutants';
import { followed, type Mutant, type Outcome, RESULTS } from './suggestions/outcome';
import { bestOf, shareGone, tally, type Tally, total } from './suggestions/tally';
import committed from './suggestions/committed.json';

/*
 * npm run suggestions -- [--mutants=3000] [--seed=1] [--minor=1.36] [--show=1] [--open=0]
 *
 * Follows the suggestions about the errors in mutants of recorded manifests: the recorded cases, then bases
 * with a mistake of the kinds that people make. Prints, by the form of the suggestion, how often:
 *
 *   gone    the finding is gone, and no other has appeared
 *   hidden  another has appeared that the manifest had before the mistake, which hid it
 *   other   another has appeared
 *   stays   the finding is still there
 *   lost    the manifest does not have the places that the suggestion names
 *
 * Fails if the share of the first is less than committed. --show prints so many failures of each kind, --open
 * so many of the suggestions that leave something to decide.
 */

const { values: options } = parseArgs({
  options: {
    mutants: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    minor: { type: 'string', default: '1.36' },
    show: { type: 'string', default: '1' },
    open: { type: 'string', default: '0' },
  },
});

const wanted = Number(options.mutants);
const minor = Number(options.minor.replace('1.', ''));
const judging = { minor, cluster: recordedCluster() };

function main(): void {
  const outcomes: Outcome[] = [];
  let mutants = 0;
  const follow = (mutant: Mutant) => {
    const found = followed(mutant, judging);
    outcomes.push(...found);
    if (found.length) mutants++;
  };
  for (const mutant of recordedMutants(minor)) follow(mutant);
  const recorded = mutants;
  for (const mutant of madeMutants(Number(options.seed))) {
    if (mutants - recorded >= wanted) break;
    follow(mutant);
  }
  const tallies = tally(outcomes);
  printTable(tallies);
  printFailures(tallies);
  const open = outcomes.filter(({ shape }) => shape === undefined);
  printOpen(open);
  report(tallies, { recorded, made: mutants - recorded, open: open.length });
}

function printTable(tallies: readonly Tally[]): void {
  const row = (name: string, cells: readonly (string | number)[]) =>
    console.log(`${name.padEnd(48)} ${cells.map((cell) => String(cell).padStart(8)).join(' ')}`);
  row('suggestion', [...RESULTS, 'restored']);
  for (const { shape, counts, restored, known } of tallies) {
    row(shape, [...RESULTS.map((result) => counts[result]), known ? `${restored}/${known}` : '']);
  }
}

/** What went wrong, by the form of the suggestion, the rule and what was new. */
function printFailures(tallies: readonly Tally[]): void {
  const kinds = new Map<string, Outcome[]>();
  for (const { shape, failures } of tallies) {
    for (const outcome of failures) {
      const [fresh] = outcome.fresh;
      const kind = `${bestOf(outcome)}: ${shape} (${outcome.finding.rule}${fresh ? `, then ${fresh.rule}` : ''})`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), outcome]);
    }
  }
  for (const [kind, all] of [...kinds].sort(([, one], [, other]) => other.length - one.length)) {
    console.log(`\n${String(all.length).padStart(4)}  ${kind}`);
    for (const { id, finding, fresh } of all.slice(0, Number(options.show))) {
      console.log(`      ${id}\n      ${finding.path}: ${finding.message}\n      → ${finding.suggestion}`);
      for (const { path, message } of fresh.slice(0, 1)) console.log(`      then ${path}: ${message}`);
    }
  }
}

/** Suggestions that leave something to decide, alike ones together. */
function printOpen(outcomes: readonly Outcome[]): void {
  const texts = new Map<string, number>();
  for (const { finding } of outcomes) {
    const text = finding.suggestion!.replace(/"[^"]*"/g, '"…"').replace(/\d+/g, 'N');
    texts.set(text, (texts.get(text) ?? 0) + 1);
  }
  [...texts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, Number(options.open))
    .forEach(([text, count]) => console.log(`${String(count).padStart(4)}  ${text}`));
}

interface Totals {
  readonly recorded: number;
  readonly made: number;
  readonly open: number;
}

function report(tallies: readonly Tally[], { recorded, made, open }: Totals): void {
  const share = shareGone(tallies);
  const count = tallies.reduce((sum, one) => sum + total(one), 0);
  console.log(`\n${recorded} recorded cases and ${made} mutants of bases with a suggestion`);
  console.log(`${count} suggestions followed, ${open} leave something to decide`);
  console.log(`the finding is gone and no other has appeared: ${(100 * share).toFixed(2)} %`);
  if (share >= committed.share) return;
  console.log(`less than committed: ${(100 * committed.share).toFixed(2)} %`);
  process.exitCode = 1;
}

main();
