import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubectlOutput } from '../../lib/kubectl/invocation/world';
import { printed, type RecordedCommand, recordedCommands } from '../support/kubectl';
import { isShared } from '../support/shared';
import agreements from './agreed.json';

/** By version and generator, how many have ever agreed. */
const agreed: { readonly [version: string]: { readonly [generator: string]: number } } = agreements;

const VERSIONS = ['1.37', '1.36', '1.32'] as const;
type Version = (typeof VERSIONS)[number];

interface NewerCommand extends Omit<RecordedCommand, '1.36' | '1.32'> {
  readonly 1.37: KubectlOutput;
}

/** What kubectl 1.37.2 answered where 1.36.3 answers something else, or was not asked. */
const NEWER = readFileSync(join(__dirname, 'recorded-1.37.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as NewerCommand);

const newer = new Map(NEWER.map(({ name, '1.37': output }) => [name, output]));

function expectedOf(command: RecordedCommand, version: Version): KubectlOutput {
  const own = version === '1.37' ? newer.get(command.name) : command[version];
  return own ?? command['1.36'];
}

/** Command lines for which kubectl suggests commands that need a cluster. */
const DIFFERING: readonly string[] = ['general/nope', 'general/ru-x-image-y'];

const generatorOf = ({ name }: RecordedCommand) => name.split('/')[0];

/** What ours prints, or how it fails. */
function outputOf(
  { argv, files, stdin }: Omit<RecordedCommand, '1.36' | '1.32'>,
  version: string,
): KubectlOutput {
  try {
    return printed([`--kubernetes-version=${version}`, ...argv], files, stdin);
  } catch (error) {
    return { code: -1, stdout: '', stderr: String(error) };
  }
}

/** By generator, how many of the recorded command lines agree to the byte. */
function counts(version: Version): { [generator: string]: number } {
  const found: { [generator: string]: number } = {};
  for (const command of recordedCommands()) {
    const expected = expectedOf(command, version);
    const output = outputOf(command, version);
    const same =
      output.code === expected.code && output.stdout === expected.stdout && output.stderr === expected.stderr;
    found[generatorOf(command)] = (found[generatorOf(command)] ?? 0) + Number(same);
  }
  return found;
}

/** By generator, how many have to agree of a selection: all but those that are known to differ. */
function totals(): { [generator: string]: number } {
  const found: { [generator: string]: number } = {};
  for (const command of recordedCommands()) {
    found[generatorOf(command)] =
      (found[generatorOf(command)] ?? 0) + Number(!DIFFERING.includes(command.name));
  }
  return found;
}

describe('command lines that kubectl itself was given', () => {
  it.each(VERSIONS)('are answered as kubectl %s answers them, as many as ever', (version) => {
    const now = counts(version);
    const least = isShared('kubectl') ? agreed[version] : totals();
    const fewer = Object.entries(least).filter(([generator, number]) => (now[generator] ?? 0) < number);
    expect(fewer.map(([generator, number]) => `${generator}: ${now[generator]}, was ${number}`)).toEqual([]);
  });

  it('are answered as kubectl 1.37 answers them, if others answer differently', () => {
    const different = NEWER.filter((command) => {
      const { code, stdout, stderr } = outputOf(command, '1.37');
      return JSON.stringify({ code, stdout, stderr }) !== JSON.stringify(command['1.37']);
    });
    expect(different.map(({ name }) => name)).toEqual([]);
  });
});
