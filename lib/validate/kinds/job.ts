import { defaultJob } from '../defaults/job';
import { dropDisabledJobFields } from '../gates/workloads';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import {
  COMPLETION_MODE,
  JOB_RESTART,
  judgeJobCounts,
  MANAGED_BY,
  REPLACEMENT,
  SUCCESS_POLICY_MODE,
} from '../rules/job';
import { FAILURE_POLICY } from '../rules/job-failure-policy';
import { GENERATED_SELECTOR, JOB_SELECTOR } from '../rules/job-selector';
import { SUCCESS_POLICY } from '../rules/job-success-policy';
import { effectiveName } from '../rules/metadata';
import type { Job, JobSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { dnsLabel } from '../../apimachinery/dns';
import { warnOfJobSpec } from '../warnings/job';
import { warnOfName } from '../warnings/workload';
import type { KindRules } from './kind';
import { TEMPLATED } from './replicated';
import { judgeTemplate } from './template';

/** Jobs: ValidateJob, pkg/apis/batch/validation 1.36. */
export const JOB: KindRules<Job> = {
  drop(object, path, verdict) {
    dropDisabledJobFields(object.spec ?? {}, path.child('spec'), verdict);
    TEMPLATED.drop(object, path, verdict);
  },
  fillIn: defaultJob,
  judge(job, root, verdict) {
    const path = root.child('spec');
    verdict.apply(GENERATED_SELECTOR, job, path);
    judgeJobSpec(job.spec ?? {}, path, verdict);
    verdict.apply(JOB_SELECTOR, job, path);
    verdict.apply(POD_NAMES, job, root.child('metadata', 'name'));
  },
  warn(job, path, verdict) {
    warnOfName(job.metadata, path, verdict);
    warnOfJobSpec(job.spec ?? {}, path.child('spec'), verdict);
  },
};

/** validateJobSpec, 1.36. */
export function judgeJobSpec(spec: JobSpec, path: FieldPath, verdict: Verdict): void {
  judgeJobCounts(spec, path, verdict);
  verdict.apply(MANAGED_BY, spec.managedBy, path.child('managedBy'));
  verdict.apply(COMPLETION_MODE, spec, path);
  if (spec.podFailurePolicy) verdict.apply(FAILURE_POLICY, spec, path.child('podFailurePolicy'));
  if (spec.successPolicy && spec.completionMode === 'Indexed') {
    verdict.apply(SUCCESS_POLICY, spec, path.child('successPolicy'));
  } else if (spec.successPolicy) {
    verdict.apply(SUCCESS_POLICY_MODE, spec.successPolicy, path.child('successPolicy'));
  }
  verdict.apply(REPLACEMENT, spec, path.child('podReplacementPolicy'));
  judgeTemplate(spec.template ?? {}, path.child('template'), verdict);
  verdict.apply(JOB_RESTART, spec, path.child('template', 'spec', 'restartPolicy'));
}

/** Numbered Pods have the Job's name and their number for a hostname. */
export const POD_NAMES = defineRule<Rule<Job>>({
  id: 'job-pod-names',
  stage: 'judge',
  mistake: 'an Indexed Job whose name is too long or malformed for host names',
  suggestion: 'use small letters, digits and dashes, and fewer of them',
  judge({ metadata = {}, spec: { completionMode, completions = 0 } = {} }, path, verdict) {
    if (completionMode !== 'Indexed' || completions <= 0) return;
    const name = effectiveName(metadata);
    const last = `${name}-${completions - 1}`;
    if (!dnsLabel(last).length) return;
    verdict.invalid(path, name, `will not able to create pod with invalid DNS label: ${last}`, {
      remedy: 'use small letters, digits and dashes, and fewer of them',
    });
  },
});
