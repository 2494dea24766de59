import type { Field } from '../../field';
import { field } from '../../gates/drop';
import {
  COMPLETION_MODE,
  JOB_RESTART,
  judgeJobCounts,
  MANAGED_BY,
  REPLACEMENT,
  SUCCESS_POLICY_MODE,
} from '../../rules/job';
import { FAILURE_POLICY } from '../../rules/job-failure-policy';
import { SUCCESS_POLICY } from '../../rules/job-success-policy';
import type { JobSpec } from '../../schema/types';
import { judgeTemplate } from './template';

/** DropDisabledFields, pkg/api/job 1.37. */
export const SCHEDULING = field<JobSpec>('WorkloadWithJob', 'scheduling');

/** SetDefaults_PodFailurePolicyOnPodConditionsPattern, pkg/apis/batch/v1 1.36. */
export function defaultConditions({ podFailurePolicy }: JobSpec): void {
  podFailurePolicy?.rules?.forEach(({ onPodConditions }) =>
    onPodConditions?.forEach((pattern) => {
      pattern.status ||= 'True';
    }),
  );
}

const MAX_INT32 = 2 ** 31 - 1;

/** The fields of SetDefaults_Job, pkg/apis/batch/v1 1.36. */
export function defaultJobSpec(spec: JobSpec): void {
  if (spec.parallelism === undefined) spec.completions ??= 1;
  spec.parallelism ??= 1;
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : MAX_INT32;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.manualSelector ??= false;
  spec.podReplacementPolicy ??= spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed';
}

/** validateJobSpec, pkg/apis/batch/validation 1.36. */
export function judgeJobSpec(spec: JobSpec, at: Field): void {
  judgeJobCounts(spec, at);
  at.field('managedBy').apply(MANAGED_BY, spec.managedBy);
  at.apply(COMPLETION_MODE, spec);
  if (spec.podFailurePolicy) at.field('podFailurePolicy').apply(FAILURE_POLICY, spec);
  if (spec.successPolicy && spec.completionMode === 'Indexed') {
    at.field('successPolicy').apply(SUCCESS_POLICY, spec);
  } else if (spec.successPolicy) {
    at.field('successPolicy').apply(SUCCESS_POLICY_MODE, spec.successPolicy);
  }
  at.field('podReplacementPolicy').apply(REPLACEMENT, spec);
  judgeTemplate(spec.template ?? {}, at.field('template'));
  at.field('template', 'spec', 'restartPolicy').apply(JOB_RESTART, spec);
}
