import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Source } from '../lib/manifest/source';
import type { RecordedCommand } from '../test/support/kubectl';
import { shared } from '../test/support/shared';
import { linesOf, textOf } from './recorded/cover';
import { selectCommands } from './recorded/kubectl';
import { type Case, selectCases, type Verdicts } from './recorded/parity';
import { rangedFixtures } from './recorded/pod-security';

/**
 * `npm run select-recorded`: writes the selection of recorded data that the repository keeps, test/recorded,
 * from all of it.
 */

const TARGET = join(__dirname, '../test/recorded');

const read = (...names: string[]) => readFileSync(shared(...names), 'utf8');

function write(name: string, text: string | Buffer): void {
  mkdirSync(dirname(join(TARGET, name)), { recursive: true });
  writeFileSync(join(TARGET, name), text);
}

for (const name of ['parity', 'kubectl', 'pod-security.jsonl']) {
  rmSync(join(TARGET, name), { recursive: true, force: true });
}

const { cases, verdicts } = selectCases(
  linesOf<Case>(read('parity', 'cases.jsonl')),
  linesOf<Verdicts>(read('parity', 'verdicts.jsonl')),
);
write('parity/cases.jsonl', textOf(cases));
write('parity/verdicts.jsonl', textOf(verdicts));
for (const name of [
  ...new Set(cases.map(({ base }) => `bases/${base.split('#')[0]}.yaml`)),
  'setup.yaml',
  'raw-verdicts.jsonl',
]) {
  write(`parity/${name}`, read('parity', name));
}
for (const name of readdirSync(shared('parity', 'raw'))) {
  write(`parity/raw/${name}`, readFileSync(shared('parity', 'raw', name)));
}

const commands = selectCommands(linesOf<RecordedCommand>(read('kubectl', 'cases.jsonl')));
write('kubectl/cases.jsonl', textOf(commands));

const fixtures = rangedFixtures(
  read('pod-security', 'index.tsv'),
  (file) => [...new Source(read('pod-security', file)).documents()][0].value,
);
write('pod-security.jsonl', textOf(fixtures));

console.log(
  `${cases.length} cases, ${commands.length} command lines and ${fixtures.length} fixtures are in test/recorded`,
);
