import type { Container, ContainerRestartRule } from '../schema/types';
import type { FieldPath } from '../path';
import type { Lint } from './pod';
import { defineRule } from '../rule';
import { isJob } from './predicates';

/**
 * A container that starts again after it has succeeded never completes, nor does its Job. Servers take
 * restart policies of ordinary containers since 1.35 (ContainerRestartRules).
 */
export const JOB_CONTAINER_RESTARTS = defineRule<Lint>({
  id: 'job-container-restarts',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake:
    'an ordinary container of a Job with `restartPolicy: Always`, or a rule that restarts it after exit code 0',
  why: 'the container is started again after it succeeds, so the Job never completes',
  suggestion:
    'move a helper to `initContainers`, where `restartPolicy: Always` makes it a native sidecar; otherwise remove it',
  when: [isJob],
  judge({ containers }, report) {
    for (const { role, spec, name, path } of containers) {
      const place = role === 'main' ? restartOf(spec, path) : undefined;
      if (!place) continue;
      report(
        place,
        `container "${name}" is started again after it succeeds, so the Job never completes`,
        'remove it, or move the container to initContainers with restartPolicy: Always if it helps the others',
      );
    }
  },
});

/** The field that restarts a container after success. The first rule that applies decides. */
function restartOf(
  { restartPolicy, restartPolicyRules: rules = [] }: Container,
  path: FieldPath,
): FieldPath | undefined {
  const rule = rules.findIndex(appliesToSuccess);
  if (rule >= 0) return path.field('restartPolicyRules').index(rule);
  return restartPolicy === 'Always' ? path.field('restartPolicy') : undefined;
}

/** Every action of a rule restarts the container, or all of them. */
function appliesToSuccess({ exitCodes: { operator, values = [] } = {} }: ContainerRestartRule): boolean {
  return operator === 'NotIn' ? !values.includes(0) : operator === 'In' && values.includes(0);
}
