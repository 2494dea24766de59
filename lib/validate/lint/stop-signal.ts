import type { Lint, LintedContainer } from './pod';
import { endlessPart } from './shell/endless';
import { isShell, programOf } from './shell/process';
import { secondsOfSleep } from './shell/sleep';
import { plainWords } from './shell/tail';
import { defineRule } from '../rule';
import { isJob, WAITING, waits } from './predicates';

/** Seconds that are soon over. */
const SHORT_GRACE = 10;
/** Seconds of a sleep that is there to keep a container. */
const LONG_SLEEP = 60;

/**
 * Process 1 of a container gets no signal that it does not handle: `tail`, `sleep` and a shell without a trap
 * ignore SIGTERM, and the Pod takes its whole grace period to go.
 */
export const STOP_SIGNAL = defineRule<Lint>({
  id: 'stop-signal',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: '`tail -f`, `sleep` or an endless shell loop as process 1, without a trap',
  why: 'process 1 ignores signals without a handler, so the Pod takes its whole grace period to stop, 30 s by default',
  suggestion:
    "`trap 'exit 0' TERM` with the work in the background and `wait`, or `shareProcessNamespace: true`",
  when: [waits],
  judge(pod, report) {
    const { spec } = pod;
    if (
      spec.shareProcessNamespace ||
      spec.hostPID ||
      (spec.terminationGracePeriodSeconds ?? 0) <= SHORT_GRACE
    ) {
      return;
    }
    for (const container of pod.running) {
      if (container.role === 'main' && isJob(pod)) continue;
      const part = deafPart(container);
      if (!part) continue;
      report(
        container.programPath,
        `"${part}" ignores SIGTERM as process 1: the Pod takes its whole grace period of ${spec.terminationGracePeriodSeconds} s to stop`,
        suggestionOf(container),
      );
    }
  },
});

const suggestionOf = ({ process: { parameters } }: LintedContainer) =>
  parameters
    ? "trap it in the script: trap 'exit 0' TERM, and end with: … & wait $!"
    : 'run it in a script that traps SIGTERM, or set shareProcessNamespace: true';

/** What a process without a trap waits in, as written. */
function deafPart(container: LintedContainer): string | undefined {
  if (container.spec.lifecycle || !container.hasProgram || !WAITING.some((mark) => container.says(mark))) {
    return undefined;
  }
  const { argv, script, parameters } = container.process;
  const known = parameters ? isShell(argv[0]) : ['tail', 'sleep'].includes(programOf(argv[0]));
  if (!known || script.commands.some(({ words }) => words[0] === 'trap')) return undefined;
  return endlessPart(container.process) ?? lastSleep(container);
}

/** A long sleep that all else leads to. */
function lastSleep({ process: { script } }: LintedContainer): string | undefined {
  const last = script.commands.at(-1);
  if (!last || script.opaque || last.conditional || last.loop || last.then === '&') return undefined;
  return (secondsOfSleep(last) ?? 0) >= LONG_SLEEP ? plainWords(last).slice(0, 2).join(' ') : undefined;
}
