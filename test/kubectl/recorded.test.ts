import type { KubectlOutput } from '../../lib/kubectl/invocation/world';
import { printed, type RecordedCommand, recordedCommands } from '../support/kubectl';
import { isShared } from '../support/shared';
import agreements from './agreed.json';

/** By version and generator, how many have ever agreed. */
const agreed: { readonly [version: string]: { readonly [generator: string]: number } } = agreements;

const VERSIONS = ['1.36', '1.32'] as const;

/** Command lines that begin with no command of kubectl's. */
const DIFFERING: readonly string[] = [
  'general/nope',
  'general/ru-x-image-y',
  'general/creat-deployment-x',
  'general/exposee',
];

const generatorOf = ({ name }: RecordedCommand) => name.split('/')[0];

/** What ours prints, or how it fails. */
function outputOf({ argv, files, stdin }: RecordedCommand, version: string): KubectlOutput {
  try {
    return printed(version === '1.36' ? argv : [`--kubernetes-version=${version}`, ...argv], files, stdin);
  } catch (error) {
    return { code: -1, stdout: '', stderr: String(error) };
  }
}

/** By generator, how many of the recorded command lines agree to the byte. */
function counts(version: (typeof VERSIONS)[number]): { [generator: string]: number } {
  const found: { [generator: string]: number } = {};
  for (const command of recordedCommands()) {
    const expected = command[version] ?? command['1.36'];
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
});
