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

const documentsOf = (command: RecordedCommand) => [
  ...readDocuments(command['1.36'].stdout.replace(/^---\n/, ''), 36),
];

/** The range of the servers that refused them. */
const cluster = { serviceRanges: ['10.96.0.0/16'] };

/** Whether our verdict is that a server refuses something of what is printed. */
const isRefused = (command: RecordedCommand): boolean =>
  documentsOf(command).some(({ value }) => !serverStatus(judge(value, { minor: 36, cluster })).ok);

/** Whether there is a verdict on all of what is printed: kinds that are judged in part may be refused. */
const isJudged = (command: RecordedCommand): boolean =>
  documentsOf(command).every(({ value }) => judge(value, { minor: 36 }).coverage === undefined);

/** Servers refuse both lists; we refuse `byBoth`, and `byServersAlone` as far as its kinds are judged. */
describe('manifests that kubectl generates', () => {
  const namesOf = (commands: readonly RecordedCommand[]) =>
    [...new Set(commands.map(({ name }) => name))].sort();
  const names = () => namesOf(generating().filter(isRefused));

  it('are refused if a server refuses what is judged here', () => {
    const there = new Set(generating().map(({ name }) => name));
    expect(refused.byBoth.filter((name) => there.has(name) && !names().includes(name))).toEqual([]);
  });

  it('are not taken if a server refuses their kind, and all of that is judged', () => {
    const taken = namesOf(generating().filter((command) => isJudged(command) && !isRefused(command)));
    expect(taken.filter((name) => refused.byServersAlone.includes(name))).toEqual([]);
  });

  it('are not refused unless a server refuses them', () => {
    const byServers = [...refused.byBoth, ...refused.byServersAlone];
    expect(names().filter((name) => !byServers.includes(name))).toEqual([]);
  });
});
