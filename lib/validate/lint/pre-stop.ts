import type { LifecycleHandler } from '../schema/types';
import type { Lint } from './pod';
import { processOfWords } from './shell/process';
import { secondsOfSleep } from './shell/sleep';
import { defineRule } from '../rule';
import { hasPreStop } from './predicates';

/** The grace period counts from the beginning of preStop: what sleeps it away leaves no time to end in. */
export const PRE_STOP_GRACE = defineRule<Lint>({
  id: 'pre-stop-grace',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'a `preStop` hook sleeps for the whole grace period or longer',
  why: 'the grace period includes the hook, so the container is killed without SIGTERM',
  suggestion: 'increase `terminationGracePeriodSeconds`',
  when: [hasPreStop],
  judge({ spec: { terminationGracePeriodSeconds: grace = 30 }, running, path }, report) {
    for (const container of running) {
      const { seconds = 0, fields } = sleepOf(container.spec.lifecycle?.preStop);
      if (!seconds || seconds < grace) continue;
      report(
        container.path.field('lifecycle', 'preStop', ...fields),
        `it sleeps for ${seconds} s, but the grace period is ${grace} s: the container is killed without SIGTERM`,
        `set terminationGracePeriodSeconds above ${seconds}`,
        { message: 'the grace period is set here', path: path.field('terminationGracePeriodSeconds') },
      );
    }
  },
});

interface Sleep {
  readonly seconds?: number;
  /** Fields that lead from the hook to it. */
  readonly fields: readonly string[];
}

/** What a hook begins with, if that is a sleep it waits for. */
function sleepOf({ exec, sleep }: LifecycleHandler = {}): Sleep {
  if (sleep) return { seconds: sleep.seconds, fields: ['sleep', 'seconds'] };
  const first = exec?.command && processOfWords(exec.command).script.commands.at(0);
  const seconds = first && first.then !== '&' ? secondsOfSleep(first) : undefined;
  return { seconds, fields: ['exec', 'command'] };
}
