import { readDocuments } from '../../lib/kubectl/manifests/documents';
import { judge, serverStatus } from '../../lib/validate/judging';
import { type RecordedCommand, recordedCommands } from '../support/kubectl';
import refused from './refused.json';

/** Recorded command lines that print manifests: as kubectl does, so do ours. */
const generating = () =>
  recordedCommands().filter(
    (command) =>
      command['1.36'].code === 0 &&
      /^\s*(\{|---\n\{|apiVersion)/.test(command['1.36'].stdout) &&
      /^ *"?kind"?:/m.test(command['1.36'].stdout),
  );

/** Whether our verdict is that a server refuses something of what is printed. */
const isRefused = (command: RecordedCommand): boolean =>
  [...readDocuments(command['1.36'].stdout.replace(/^---\n/, ''), 36)].some(
    ({ value }) => !serverStatus(judge(value, { minor: 36 })).ok,
  );

describe('manifests that kubectl generates', () => {
  const there = new Set(generating().map(({ name }) => name));
  const names = () =>
    [
      ...new Set(
        generating()
          .filter(isRefused)
          .map(({ name }) => name),
      ),
    ].sort();

  it('are taken, but for those that a server refuses, too', () =>
    expect(names()).toEqual(refused.byBoth.filter((name) => there.has(name)).sort()));

  it('are not refused where only a server knows why', () =>
    expect(names().filter((name) => refused.byServersAlone.includes(name))).toEqual([]));
});
