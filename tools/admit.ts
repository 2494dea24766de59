/**
 * `npm run admit -- --kubeconfig=FILE [--topic=limit-range]`: creates what decides about other objects on a
 * real server, each case in a namespace of its own, asks the server about an object, and writes what it says
 * to test/validate/admit. Nothing of it is left on the server. Ask the oldest minor first: of others, only
 * what differs is kept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { placed, type PlacedCase } from './admit/placed';
import { Stage } from './admit/stage';
import { TOPICS } from './admit/topics';
import type { RecordedAdmission } from '../test/support/recorded-admission';
import { Server } from './server';

const { values: options } = parseArgs({
  options: {
    kubeconfig: { type: 'string', default: process.env.KUBECONFIG },
    topic: { type: 'string', multiple: true, default: Object.keys(TOPICS) },
  },
});

const FOLDER = join(__dirname, '../test/validate/admit');

async function main(): Promise<void> {
  const server = new Server(options.kubeconfig!);
  const minor = await server.minor();
  for (const topic of options.topic) {
    const file = join(FOLDER, `${topic}.jsonl`);
    const known = existsSync(file) ? read(file) : [];
    const cases = TOPICS[topic].map((one, index) => placed(one, `${topic}-${index}`));
    const recorded = await record(cases, new Stage(server), known, minor);
    writeFileSync(file, recorded.map((one) => `${JSON.stringify(one)}\n`).join(''));
    console.log(`${topic} 1.${minor}: ${recorded.length} cases`);
  }
  server.close();
}

const read = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedAdmission);

async function record(
  cases: readonly PlacedCase[],
  stage: Stage,
  known: readonly RecordedAdmission[],
  minor: number,
): Promise<RecordedAdmission[]> {
  try {
    for (const { given, namespace } of cases) {
      await stage.set(given, namespace);
    }
    await stage.settled();
    const recorded: RecordedAdmission[] = [];
    for (const one of cases) recorded.push(await asked(one, stage, known, minor));
    return recorded;
  } finally {
    await stage.clear();
  }
}

async function asked(
  { name, given, asked: manifest }: PlacedCase,
  stage: Stage,
  known: readonly RecordedAdmission[],
  minor: number,
): Promise<RecordedAdmission> {
  const verdict = (await stage.ask(manifest))!;
  const isSame = (one: RecordedAdmission) =>
    JSON.stringify([one.given, one.asked]) === JSON.stringify([given, manifest]);
  const before = known.find((one) => one.name === name && isSame(one));
  const verdicts: RecordedAdmission['verdicts'] = { ...before?.verdicts, [minor]: verdict };
  const oldest = String(Math.min(...Object.keys(verdicts).map(Number)));
  const text = JSON.stringify(verdicts[oldest]);
  const kept = Object.entries(verdicts).filter(([at, one]) => at === oldest || JSON.stringify(one) !== text);
  return { name, given, asked: manifest, verdicts: Object.fromEntries(kept) };
}

void main();
