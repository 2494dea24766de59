import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { JobSpec } from '../schema/types';
import { warnOfPodSpec } from './pod-spec';

/** WarningsForJobSpec, pkg/api/job 1.36. */
export function warnOfJobSpec(spec: JobSpec, at: Field): void {
  at.apply(MANY_INDEXES, spec);
  warnOfPodSpec(spec.template?.spec ?? {}, spec.template?.metadata, at.field('template'));
}

export const MANY_INDEXES = defineRule<Rule<JobSpec>>({
  id: 'job-many-indexes',
  stage: 'warn',
  mistake: 'an Indexed Job with so many completions and parallel Pods that failures may not be tracked',
  suggestion: 'lower `completions` or `parallelism`',
  judge({ completionMode, completions = 0, parallelism = 0 }, at) {
    if (completionMode !== 'Indexed' || completions <= 100_000 || parallelism <= 10_000) return;
    const text =
      'In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail';
    at.warn(`${at}: ${text}`, 'decrease completions or parallelism');
  },
});
