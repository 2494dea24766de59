import type { Lint, LintedContainer, LintedPod } from './pod';
import { TO_NATIVE } from './suggestions';
import { endlessPart } from './shell/endless';
import { serverOf } from './servers';
import { defineRule } from '../rule';
import { isJob, runsToCompletion, waits } from './predicates';

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
    'the same for a proxy, exporter, log shipper, server or git-sync, also in a Pod with `restartPolicy: Never` or `OnFailure` in which a container declares no ports or probes',
  why: 'these run until stopped, and a Job or such a Pod completes only when all its main containers exit',
  suggestion: 'a native sidecar',
  when: [runsToCompletion],
  judge(pod, report) {
    if (!isJob(pod) && !pod.running.some(isTask)) return;
    for (const { container, part } of helpersOf(pod, (candidate) => serverOf(candidate, pod.running))) {
      report(
        container.path,
        `${part} runs until it is stopped, and the ${isJob(pod) ? 'Job' : 'Pod'} completes only when all its containers exit`,
        TO_NATIVE,
      );
    }
  },
});

/** Whether a main container seems to end on its own: it is no helper, and nobody connects to it. */
const isTask = (container: LintedContainer) => {
  const { ports, readinessProbe, livenessProbe } = container.spec;
  return (
    container.role === 'main' && !ports?.length && !readinessProbe && !livenessProbe && !isEndless(container)
  );
};

interface Helper {
  readonly container: LintedContainer;
  readonly part: string;
}

/** Main containers that go on, where others end. */
function helpersOf(pod: LintedPod, partOf: (container: LintedContainer) => string | undefined): Helper[] {
  if ((pod.spec.containers?.length ?? 0) < 2) return [];
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
  const looks = main.some((container) => PROCESSES.test(container.text) && isEndless(container));
  return !looks || main.some((container) => container.says('kill') && !isEndless(container));
}

const isEndless = (container: LintedContainer) =>
  (endlessPart(container.process) ?? serverOf(container)) !== undefined;

const PROCESSES = /\/proc\/|\b(pgrep|pidof|pkill|killall)\b/;
