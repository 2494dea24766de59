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

/** Whether our verdict is that a server without custom resources refuses something of what is printed. */
const isRefused = (command: RecordedCommand): boolean =>
  documentsOf(command).some(({ value }) => {
    const judgement = judge(value, { minor: 36, cluster });
    return judgement.coverage === 'none' || !serverStatus(judgement).ok;
  });

/** A real 1.36 refuses the manifests of the list, and no others. */
test('manifests that kubectl generates are refused if a server refuses them', () => {
  const commands = generating();
  const there = new Set(commands.map(({ name }) => name));
  const names = new Set(commands.filter(isRefused).map(({ name }) => name));
  expect([...names].sort()).toEqual(refused.filter((name) => there.has(name)).sort());
});
