import { SCENARIOS } from './growth/index';
import type { Scenario } from './growth/scenario';
import { printTable } from './runner';

/** Time at twice the size, over twice the time. */
const MOST = 1.3;
/** A size is measured again until it keeps to that, as other programs disturb: so often at most. */
const ROUNDS = 12;
/** Milliseconds below which a clock tells nothing. */
const LEAST_MS = 5;

async function milliseconds(scenario: Scenario, size: number): Promise<number> {
  const work = scenario.prepare(size);
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

interface Measured {
  readonly name: string;
  readonly sizes: readonly number[];
  /** The least time of each size. */
  readonly times: readonly number[];
}

const growths = ({ times: [once, twice, fourfold] }: Measured) => [twice / once / 2, fourfold / twice / 2];

const keeps = (measured: Measured) =>
  measured.times[2] < LEAST_MS || growths(measured).every((growth) => growth <= MOST);

/** Sizes by turns, until the growth is small enough. */
async function measure(scenario: Scenario): Promise<Measured> {
  const { name, size } = scenario;
  const sizes = [size, size * 2, size * 4];
  await milliseconds(scenario, size);
  let measured: Measured = { name, sizes, times: [Infinity, Infinity, Infinity] };
  for (let round = 0; round < ROUNDS && (round < 1 || !keeps(measured)); round++) {
    const times: number[] = [];
    for (const [index, one] of sizes.entries()) {
      times.push(Math.min(measured.times[index], await milliseconds(scenario, one)));
    }
    measured = { ...measured, times };
  }
  return measured;
}

/** What misses is measured once more from the start, when what disturbed it may be over. */
async function measuredCalmly(scenario: Scenario): Promise<Measured> {
  const measured = await measure(scenario);
  return keeps(measured) ? measured : measure(scenario);
}

async function main(): Promise<void> {
  const wanted = process.argv[2] ?? '';
  const rows: Measured[] = [];
  for (const scenario of SCENARIOS) {
    if (scenario.name.includes(wanted)) rows.push(await measuredCalmly(scenario));
  }
  console.log(
    '\nTime of one input, and of twice and four times as much: the least of some runs in one process, and each over twice the one before.\n',
  );
  printTable([
    ['input', 'sizes', 'ms', 'growth', ''],
    ...rows.map((row) => [
      row.name,
      row.sizes.join(', '),
      row.times.map((time) => time.toFixed(1)).join(', '),
      growths(row)
        .map((growth) => growth.toFixed(2))
        .join(', '),
      keeps(row) ? '' : 'MISSED',
    ]),
  ]);
  const missed = rows.filter((row) => !keeps(row));
  console.log(
    `\n${missed.length ? 'MISSED' : 'met   '} growth of ${rows.length} inputs, at most ${MOST} times linear: ${missed.length} grow faster`,
  );
  if (missed.length || !rows.length) process.exitCode = 1;
}

void main();
