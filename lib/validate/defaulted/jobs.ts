import type { CronJob, Job, JobSpec, LabelSelector, ObjectMeta } from '../schema/types';
import { UID } from '../uid';
import type { Completion } from './completion';
import { completeTemplate } from './workloads';

/**
 * SetDefaults_Job, pkg/apis/batch/v1 1.36. What a server makes of the Job's UID, and of a name that it
 * generates, is left out.
 */
export const completeJob: Completion<Job> = ({ metadata = {}, spec = {} }, { minor }) => {
  spec.suspend ??= false;
  spec.manualSelector ??= false;
  completeTemplate(spec, minor);
  if (!spec.manualSelector) withoutUid(spec, metadata);
};

/** A Job without labels takes those of its template when it is stored, which fills in defaults once more. */
function withoutUid(spec: JobSpec, metadata: ObjectMeta): void {
  const template = spec.template?.metadata ?? {};
  if (!Object.keys(metadata.labels ?? {}).length) metadata.labels = template.labels;
  for (const holder of [metadata, template]) holder.labels = withoutUnknown(holder.labels, metadata);
  withoutUidSelector(spec, metadata);
}

type Labels = ObjectMeta['labels'];

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];

function withoutUnknown(labels: Labels, { name }: ObjectMeta): Labels {
  const known = Object.entries(labels ?? {}).filter(
    ([label, value]) => value !== UID && (name || !NAME_LABELS.includes(label)),
  );
  return known.length ? Object.fromEntries(known) : undefined;
}

function withoutUidSelector(spec: JobSpec, metadata: ObjectMeta): void {
  const selector: LabelSelector = {
    ...spec.selector,
    matchLabels: withoutUnknown(spec.selector?.matchLabels, metadata),
  };
  spec.selector = selector.matchLabels || selector.matchExpressions?.length ? selector : undefined;
}

/** SetDefaults_CronJob, 1.36. */
export const completeCronJob: Completion<CronJob> = ({ spec = {} }, { minor }) => {
  spec.suspend ??= false;
  spec.successfulJobsHistoryLimit ??= 3;
  spec.failedJobsHistoryLimit ??= 1;
  completeTemplate(spec.jobTemplate?.spec ?? {}, minor);
};
