import type { FieldPath } from '../../path';
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
import type { Verdict } from '../../verdict';
import { judgeTemplate } from './template';

/** SetDefaults_PodFailurePolicyOnPodConditionsPattern, pkg/apis/batch/v1 1.36. */
export function defaultConditions({ podFailurePolicy }: JobSpec): void {
  podFailurePolicy?.rules?.forEach(({ onPodConditions }) =>
    onPodConditions?.forEach((pattern) => {
      pattern.status ||= 'True';
    }),
  );
}

/** validateJobSpec, pkg/apis/batch/validation 1.36. */
export function judgeJobSpec(spec: JobSpec, path: FieldPath, verdict: Verdict): void {
  judgeJobCounts(spec, path, verdict);
  verdict.apply(MANAGED_BY, spec.managedBy, path.field('managedBy'));
  verdict.apply(COMPLETION_MODE, spec, path);
  if (spec.podFailurePolicy) verdict.apply(FAILURE_POLICY, spec, path.field('podFailurePolicy'));
  if (spec.successPolicy && spec.completionMode === 'Indexed') {
    verdict.apply(SUCCESS_POLICY, spec, path.field('successPolicy'));
  } else if (spec.successPolicy) {
    verdict.apply(SUCCESS_POLICY_MODE, spec.successPolicy, path.field('successPolicy'));
  }
  verdict.apply(REPLACEMENT, spec, path.field('podReplacementPolicy'));
  judgeTemplate(spec.template ?? {}, path.field('template'), verdict);
  verdict.apply(JOB_RESTART, spec, path.field('template', 'spec', 'restartPolicy'));
}
