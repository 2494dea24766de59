import { quote } from '../../go/format';
import type { Lint, LintedContainer, LintedPod } from './pod';
import type { Command } from './shell/script';
import { MOST_TAILS, type Tail, tailOf } from './shell/tail';
import { defineRule } from '../rule';
import { hasSeveralContainers, tails } from './predicates';

/**
 * A `tail -f` of a file that is not there ends at once, and the container restarts over and over until it is.
 */
export const LOG_TAIL_FILE = defineRule<Lint>({
  id: 'log-tail-file',
  stage: 'lint',
  section: 'volumes',
  level: 'warning',
  mistake: '`tail -f` of a file that another container creates',
  why: 'it exits if the file does not exist yet, and restarts with increasing back-off',
  suggestion: 'use `tail -n+1 -F`, or a log sidecar',
  when: [hasSeveralContainers, tails],
  judge(pod, report) {
    if (pod.running.length < 2) return;
    for (const container of pod.running) {
      if (!container.says('tail')) continue;
      for (const { command, tail } of tailsOf(container)) {
        const file = tail.retries
          ? undefined
          : tail.files.find((name) => mayBeMissing(name, command, container, pod));
        if (!file) continue;
        report(
          container.programPath,
          `"tail -f" exits at once if ${quote(file)} does not exist yet: another container creates it`,
          'use "tail -n+1 -F", which waits for the file',
        );
      }
    }
  },
});

interface TailCommand {
  readonly command: Command;
  readonly tail: Tail;
}

function tailsOf(container: LintedContainer): TailCommand[] {
  return container.process.script.commands
    .flatMap((command) => {
      const tail = tailOf(command);
      return tail ? [{ command, tail }] : [];
    })
    .slice(0, MOST_TAILS);
}

/** A file in a volume that is empty at first and that others fill, of which nothing before speaks. */
function mayBeMissing(file: string, command: Command, container: LintedContainer, pod: LintedPod): boolean {
  const volume = container.mountOf(file)?.name;
  if (!pod.volume(volume)?.emptyDir) return false;
  const speaks = (other: Command) =>
    other !== command && [...other.words, ...other.writes].some((word) => word.includes(file));
  return (
    !container.process.script.commands.some(speaks) &&
    isShared(volume, container, pod) &&
    !pod.mountersOf(volume).some(({ role }) => role === 'init')
  );
}

/** Whether another container that runs mounts a volume, too. */
const isShared = (volume: string | undefined, container: LintedContainer, pod: LintedPod) =>
  pod
    .mountersOf(volume)
    .some((other) => other !== container && (other.role === 'sidecar' || other.role === 'main'));

/** Programs that change no file by themselves. */
const READERS: ReadonlySet<string> = new Set([
  'tail',
  'cat',
  'grep',
  'egrep',
  'sed',
  'awk',
  'cut',
  'tr',
  'head',
  'sort',
  'uniq',
  'wc',
  'jq',
  'while',
  'read',
  'echo',
  'printf',
  'test',
  '[',
  '[[',
  'sleep',
  'true',
  'exec',
  'set',
  'trap',
  'wait',
  'exit',
  'date',
  'export',
  'nohup',
]);

/** A helper that only reads the logs needs no right to change them. */
export const LOG_MOUNT_WRITABLE = defineRule<Lint>({
  id: 'log-mount-writable',
  stage: 'lint',
  section: 'volumes',
  level: 'info',
  mistake: 'a helper that only reads logs mounts them writable',
  why: 'it needs no write access',
  suggestion: '`readOnly: true`',
  when: [hasSeveralContainers, tails],
  judge(pod, report) {
    if (pod.running.length < 2) return;
    for (const container of pod.running) {
      const file = container.says('tail') && onlyReads(container) && tailsOf(container)[0]?.tail.files[0];
      const mount = file ? container.mountOf(file) : undefined;
      if (!mount || mount.readOnly || !isShared(mount.name, container, pod)) continue;
      const place = container.path.field('volumeMounts').index(container.spec.volumeMounts!.indexOf(mount));
      report(
        place,
        `${quote(mount.mountPath ?? '')} is writable, but container "${container.name}" only reads it`,
        'set readOnly: true',
      );
    }
  },
});

/** Output that goes nowhere changes nothing. */
const onlyReads = ({ process: { script } }: LintedContainer) =>
  script.commands.every(
    ({ words, writes }) =>
      (READERS.has(words[0]) || script.functions.has(words[0])) &&
      !words.some((word) => word.startsWith('-i')) &&
      writes.every((file) => file.startsWith('/dev/')),
  );
