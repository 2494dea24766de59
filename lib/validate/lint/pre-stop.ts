import type { Lint } from './pod';
import { processOfWords, programOf } from './shell/process';
import { defineRule } from '../rule';
import { hasPreStopCommand } from './predicates';

/** The grace period counts from the beginning of preStop: what sleeps it away leaves no time to end in. */
export const PRE_STOP_GRACE = defineRule<Lint>({
  id: 'pre-stop-grace',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'a `preStop` hook sleeps for the whole grace period or longer',
  why: 'the grace period includes the hook, so the container is killed without SIGTERM',
  suggestion: 'increase `terminationGracePeriodSeconds`',
  when: [hasPreStopCommand],
  judge({ spec: { terminationGracePeriodSeconds: grace = 30 }, running, path }, report) {
    for (const container of running) {
      const command = container.spec.lifecycle?.preStop?.exec?.command;
      if (!command) continue;
      const first = processOfWords(command).script.commands.at(0);
      const seconds = programOf(first?.words[0]) === 'sleep' ? Number(first!.words[1]) : 0;
      if (!(seconds >= grace) || first?.then === '&') continue;
      report(
        container.path.field('lifecycle', 'preStop', 'exec', 'command'),
        `it sleeps for ${seconds} s, but the grace period is ${grace} s: the container is killed without SIGTERM`,
        `set terminationGracePeriodSeconds above ${seconds}`,
        { message: 'the grace period is set here', path: path.field('terminationGracePeriodSeconds') },
      );
    }
  },
});
