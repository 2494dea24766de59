import type { RecordedCommand } from '../../test/support/kubectl';
import { cover, shapeOf } from './cover';

const MOST = 8_000;

/** Command lines with every set of flags of a generator, and every exit code and shape of an error. */
export const selectCommands = (commands: readonly RecordedCommand[]): RecordedCommand[] =>
  cover(commands, (command) => [keyOf(command)], MOST);

function keyOf({ name, argv, 1.36: { code, stderr } }: RecordedCommand): string {
  const flags = argv
    .filter((word) => word.startsWith('-'))
    .map((word) => word.split('=')[0])
    .sort();
  return [name.split('/')[0], code, flags.join(), shapeOf(stderr)].join('|');
}
