import { dnsLabel } from '../../apimachinery/dns';
import { defaultTemplate } from '../defaults/pod-spec';
import { Drops, field } from '../gates/drop';
import { defineRule, type Rule } from '../rule';
import { GENERATED_SELECTOR, JOB_SELECTOR } from '../rules/job-selector';
import { effectiveName } from '../rules/metadata';
import type { Job, JobSpec } from '../schema/types';
import { warnOfJobSpec } from '../warnings/job';
import { warnOfName } from '../warnings/workload';
import { generateSelector, withoutGenerated } from './shared/job-selector';
import { defaultConditions, defaultJobSpec, judgeJobSpec, SCHEDULING } from './shared/job-spec';
import { TEMPLATED } from './shared/templated';
import type { Strategy } from './strategy';

export const JOB: Strategy<Job> = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  generationSince: 0,

  /** jobStrategy.PrepareForCreate, pkg/registry/batch/job 1.30 to 1.37. */
  dropDisabledFields(object, at) {
    DROPS.run(object.spec ?? {}, at.field('spec'));
    TEMPLATED.dropDisabledFields(object, at);
  },

  applyDefaults,

  /** ValidateJob, pkg/apis/batch/validation 1.36. */
  validate(job, root) {
    const at = root.field('spec');
    at.apply(GENERATED_SELECTOR, job);
    judgeJobSpec(job.spec ?? {}, at);
    at.apply(JOB_SELECTOR, job);
    root.field('metadata', 'name').apply(POD_NAMES, job);
  },

  warn(job, at) {
    warnOfName(job.metadata, at);
    warnOfJobSpec(job.spec ?? {}, at.field('spec'));
  },

  complete({ metadata = {}, spec = {} }) {
    if (!spec.manualSelector) withoutGenerated(spec, metadata);
  },
};

const DROPS = new Drops<JobSpec>([
  field('JobManagedBy', 'managedBy'),
  field('JobSuccessPolicy', 'successPolicy'),
  SCHEDULING,
]);

/** SetDefaults_Job, pkg/apis/batch/v1 1.36, and the selector of its strategy. */
function applyDefaults(job: Job): void {
  const spec = (job.spec ??= {});
  defaultJobSpec(spec);
  defaultConditions(spec);
  defaultTemplate(spec);
  const sharesLabels = shareLabels(job);
  if (!spec.manualSelector) generateSelector(job, spec, sharesLabels);
}

/**
 * A Job without labels has its template's: the very same map, so that what is added to one is in the other.
 */
function shareLabels(job: Job): boolean {
  const labels = job.spec!.template!.metadata?.labels;
  if (!labels || Object.keys(job.metadata?.labels ?? {}).length) return false;
  (job.metadata ??= {}).labels = labels;
  return true;
}

/** Numbered Pods have the Job's name and their number for a hostname. */
export const POD_NAMES = defineRule<Rule<Job>>({
  id: 'job-pod-names',
  stage: 'judge',
  mistake: 'an Indexed Job whose name is not valid in hostnames',
  suggestion: 'use a shorter name of lowercase letters, digits and hyphens',
  judge({ metadata = {}, spec: { completionMode, completions = 0 } = {} }, at) {
    if (completionMode !== 'Indexed' || completions <= 0) return;
    const name = effectiveName(metadata);
    const last = `${name}-${completions - 1}`;
    if (!dnsLabel(last).length) return;
    at.invalid(name, `will not able to create pod with invalid DNS label: ${last}`, {
      suggestion: 'use a shorter name of lowercase letters, digits and hyphens',
    });
  },
});
