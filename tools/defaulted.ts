/**
 * `npm run defaulted -- --kubeconfig FILE --minor 1.37`: asks a server for the object that it would make of
 * every valid case beside the repository, and says how many of ours are equal. `--mutations COUNT` asks about
 * that many changed ones, too (`--seed NUMBER` makes others); `--record FILE` keeps a small choice of answers
 * for the tests.
 *
 * The server is one that is there for this, without the admission plugin ServiceAccount: what cases refer to
 * is made on it.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaulted } from '../lib/validate/defaults/defaulted';
import { minorOf } from '../lib/validate/kubernetes-version';
import { recordedCases, recordedCluster } from '../test/support/recorded';
import { choose } from './defaulted/choose';
import { comparable, differences } from './defaulted/comparable';
import { mutations } from './defaulted/mutate';
import { inLanes } from './lanes';
import { textOf } from './recorded/cover';
import { Server } from './server';
import { setUp } from './set-up';

interface Answered {
  readonly id: string;
  readonly manifest: object;
  /** What the server returned, less what only it can know. */
  readonly returned: object;
}

const { values: options } = parseArgs({
  options: {
    kubeconfig: { type: 'string', default: process.env.KUBECONFIG },
    minor: { type: 'string', default: '1.37' },
    mutations: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    record: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const cases = recordedCases(options.minor)
    .filter(({ verdict }) => verdict.ok)
    .map(({ id, manifest }) => ({ id, manifest: manifest as object }));
  const changed = mutations(
    cases.map(({ manifest }) => manifest),
    Number(options.mutations),
    Number(options.seed),
  );
  const server = new Server(options.kubeconfig!);
  await setUp(server);
  const answers = await answersTo(server, [
    ...cases,
    ...changed.map((manifest, index) => ({ id: `mutation ${index}`, manifest })),
  ]);
  server.close();
  report(answers);
  if (options.record) {
    writeFileSync(options.record, textOf(choose(answers.slice(0, cases.length))));
  }
}

async function answersTo(
  server: Server,
  all: readonly { readonly id: string; readonly manifest: object }[],
): Promise<Answered[]> {
  const answers = await inLanes(all, async (asked) => {
    const returned = await server.dryRun(asked.manifest);
    return returned && { ...asked, returned: comparable(returned, asked.manifest) };
  });
  return answers.filter((answer) => answer !== undefined);
}

function report(answers: readonly Answered[]): void {
  const cluster = recordedCluster();
  const counts: { [kind: string]: [equal: number, all: number] } = {};
  for (const { id, manifest, returned } of answers) {
    const { object, status } = defaulted(manifest, { minor: minorOf(options.minor), cluster });
    const found = object ? differences(returned, object) : [`refused: ${status.message}`];
    const count = (counts[(manifest as { kind: string }).kind] ??= [0, 0]);
    count[0] += Number(!found.length);
    count[1]++;
    for (const text of found) console.log(`${id} ${text}`);
  }
  for (const [kind, [equal, all]] of Object.entries(counts).sort()) {
    console.log(`${kind.padEnd(26)} ${equal} of ${all}`);
  }
  if (Object.values(counts).some(([equal, all]) => equal < all)) process.exitCode = 1;
}

void main();
