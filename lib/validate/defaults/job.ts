import { effectiveName } from '../rules/metadata';
import type { CronJob, Job, JobSpec } from '../schema/types';
import { UID } from '../uid';
import { defaultTemplate } from './workloads';

const MAX_INT32 = 2 ** 31 - 1;

/**
 * What a server makes of a Job before it judges it: SetDefaults_Job, pkg/apis/batch/v1 1.36, and the selector
 * of its strategy.
 */
export function defaultJob(job: Job): void {
  const spec = (job.spec ??= {});
  if (spec.parallelism === undefined) spec.completions ??= 1;
  spec.parallelism ??= 1;
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : MAX_INT32;
  spec.completionMode ??= 'NonIndexed';
  spec.podReplacementPolicy ??= spec.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed';
  defaultConditions(spec);
  defaultTemplate(spec);
  const sharesLabels = shareLabels(job);
  if (!spec.manualSelector) generateSelector(job, spec, sharesLabels);
}

/** SetDefaults_CronJob, 1.36: of the Job itself nothing but its conditions and its Pod. */
export function defaultCronJob(object: CronJob): void {
  const spec = (object.spec ??= {});
  spec.concurrencyPolicy ||= 'Allow';
  const job = ((spec.jobTemplate ??= {}).spec ??= {});
  defaultConditions(job);
  defaultTemplate(job);
}

/** SetDefaults_PodFailurePolicyOnPodConditionsPattern, 1.36. */
function defaultConditions({ podFailurePolicy }: JobSpec): void {
  podFailurePolicy?.rules?.forEach(({ onPodConditions }) =>
    onPodConditions?.forEach((pattern) => {
      pattern.status ||= 'True';
    }),
  );
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

/** generateSelector, pkg/registry/batch/job 1.36. */
function generateSelector({ metadata = {} }: Job, spec: JobSpec, sharesLabels: boolean): void {
  const name = effectiveName(metadata);
  const template = (spec.template!.metadata ??= {});
  template.labels = {
    'job-name': name,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': UID,
    'batch.kubernetes.io/controller-uid': UID,
    ...template.labels,
  };
  if (sharesLabels) metadata.labels = template.labels;
  const selector = (spec.selector ??= {});
  selector.matchLabels = { 'batch.kubernetes.io/controller-uid': UID, ...selector.matchLabels };
}
