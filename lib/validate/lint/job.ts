import type { Lint, LintedContainer, LintedPod } from './pod';
import { TO_NATIVE } from './suggestions';
import { endlessPart } from './shell/endless';
import { serverOf } from './servers';
import { defineRule } from '../rule';
import { isJob, waits } from './predicates';

/** A Job is done when all its containers have ended: one that never does keeps it running forever. */
export const JOB_NEVER_COMPLETES = defineRule<Lint>({
  id: 'job-never-completes',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake:
    'a helper container of a Job that never exits: `tail -f`, an endless loop, or a shell that waits for one',
  why: 'a Job completes only when all its main containers exit',
  suggestion: 'a native sidecar',
  when: [isJob, waits],
  judge(pod, report) {
    for (const { container, part } of helpersOf(pod, (candidate) => endlessPart(candidate.process))) {
      report(
        container.programPath,
        `"${part}" never exits, and the Job completes only when all its containers exit`,
        TO_NATIVE,
      );
    }
  },
});

/** The same for helpers that are known to run until they are stopped. */
export const JOB_SIDECAR_NATIVE = defineRule<Lint>({
  id: 'job-sidecar-native',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake:
    'the same for a helper that is known to run until it is stopped: a proxy, an exporter, a log shipper, git-sync, a server whose image has no command',
  why: 'a Job completes only when all its main containers exit',
  suggestion: 'a native sidecar',
  when: [isJob],
  judge(pod, report) {
    for (const { container, part } of helpersOf(pod, serverOf)) {
      report(
        container.path,
        `${part} runs until it is stopped, and the Job completes only when all its containers exit`,
        TO_NATIVE,
      );
    }
  },
});

interface Helper {
  readonly container: LintedContainer;
  readonly part: string;
}

/** Main containers of a Job's Pod that go on, where others end. */
function helpersOf(pod: LintedPod, partOf: (container: LintedContainer) => string | undefined): Helper[] {
  if (!isJob(pod) || (pod.spec.containers?.length ?? 0) < 2) return [];
  const main = pod.running.filter(({ role }) => role === 'main');
  const helpers = main.flatMap((container) => {
    const part = partOf(container);
    return part ? [{ container, part }] : [];
  });
  return helpers.length < main.length && !(pod.spec.shareProcessNamespace && mayEndOthers(main))
    ? helpers
    : [];
}

/**
 * Whether containers that see each other's processes may be there to end others'. Where a helper is what
 * looks for processes, they are shared for that one, and only a container that says so ends others.
 */
function mayEndOthers(main: readonly LintedContainer[]): boolean {
  const isHelper = (container: LintedContainer) =>
    (endlessPart(container.process) ?? serverOf(container)) !== undefined;
  const looks = main.some((container) => PROCESSES.test(container.text) && isHelper(container));
  return !looks || main.some((container) => container.says('kill') && !isHelper(container));
}

const PROCESSES = /\/proc\/|\b(pgrep|pidof|pkill|killall)\b/;
