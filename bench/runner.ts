import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * A script below bench/children that runs in a process of its own and prints its figures as one JSON object.
 */
export interface Side {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

/** Figures of one process, by name. */
export type Sample = { readonly [figure: string]: number };

/** The samples of each side, in the order of the sides. */
export type Samples = readonly (readonly Sample[])[];

/** Figures of one fresh process, with `wallMs`: its whole life as seen from here. */
export function run({ name, script, args }: Side): Sample {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, 'children', script), ...args],
    { encoding: 'utf8' },
  );
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`);
  return { ...(JSON.parse(stdout) as Sample), wallMs };
}

/** Runs the sides by turns, A B A B …, after one round that is not counted: it warms the file cache. */
export function alternate(sides: readonly Side[], rounds: number): Samples {
  sides.forEach(run);
  const turns = Array.from({ length: rounds }, () => sides.map(run));
  return sides.map((_, side) => turns.map((turn) => turn[side]));
}

export function median(samples: readonly Sample[], figure: string): number {
  const values = samples.map((sample) => sample[figure]).sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/** Ratio of the medians of the first side to the second. */
export const ratio = ([ours, peer]: Samples, figure: string) => median(ours, figure) / median(peer, figure);

/** Median of a figure with the range of its middle half: `84.1 (82.9–86.0)`. */
export function spread(samples: readonly Sample[], figure: string, digits = 1): string {
  const values = samples.map((sample) => sample[figure]).sort((a, b) => a - b);
  const quartile = (part: number) => values[Math.round((values.length - 1) * part)].toFixed(digits);
  return `${median(samples, figure).toFixed(digits)} (${quartile(0.25)}–${quartile(0.75)})`;
}

/** Prints rows as a Markdown table, the first row being its head. */
export function printTable([head, ...rows]: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  console.log(
    [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n'),
  );
}

/**
 * Prints whether a figure keeps to its committed target; one that does not makes the benchmark exit with 1.
 */
export function target(what: string, value: number, most: number): void {
  const met = value <= most;
  console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${value.toFixed(2)}, at most ${most}`);
  if (!met) process.exitCode = 1;
}
