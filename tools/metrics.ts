import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, type Metrics } from './metrics/measure';

/*
 * npm run metrics -- [--circles] [FOLDER [FOLDER]]
 *
 * Prints a Markdown table about the hand-written code in `lib` and `patterns` of this checkout, or of FOLDER;
 * with two folders, one column for each. --circles also lists the files of each import circle.
 */

/** The table, one column for each pair of a heading and its metrics. */
export function metricsTable(columns: readonly (readonly [string, Metrics])[]): string {
  const names = [...columns[0][1].rows.keys()];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...columns.map(([heading]) => heading)]),
    row(['---', ...columns.map(() => '---')]),
    ...names.map((name) => row([name, ...columns.map(([, { rows }]) => rows.get(name)!)])),
  ].join('\n');
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { circles: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const folders = (positionals.length ? positionals : ['.']).map((folder) => resolve(folder));
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing || folders.length > 2) {
    console.error(
      missing ? `${missing}: no such folder` : `expected at most two folders, got ${folders.length}`,
    );
    process.exitCode = 2;
    return;
  }
  const headings = folders.length === 2 ? ['before', 'after'] : [positionals[0] ?? 'this checkout'];
  const columns = folders.map((folder, index) => [headings[index], measure(folder)] as const);
  console.log(metricsTable(columns));
  if (values.circles) columns.forEach(([heading, { circles }]) => printCircles(heading, circles));
}

function printCircles(heading: string, circles: readonly string[]): void {
  console.log(['', `${heading}:`, ...circles.map((circle) => `- ${circle}`)].join('\n'));
}

if (require.main === module) main();
