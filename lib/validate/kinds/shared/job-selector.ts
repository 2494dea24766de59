import { effectiveName } from '../../rules/metadata';
import type { Job, JobSpec, LabelSelector, ObjectMeta } from '../../schema/types';
import { UID } from '../../uid';

/** generateSelector, pkg/registry/batch/job 1.36. `sharesLabels`: those of the Job are its template's. */
export function generateSelector({ metadata = {} }: Job, spec: JobSpec, sharesLabels: boolean): void {
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

/**
 * Leaves out what a server makes of the Job's UID, and of a name that it generates. A Job without labels
 * takes those of its template when it is stored, which fills in defaults once more.
 */
export function withoutGenerated(spec: JobSpec, metadata: ObjectMeta): void {
  const template = spec.template?.metadata ?? {};
  if (!Object.keys(metadata.labels ?? {}).length) metadata.labels = template.labels;
  for (const holder of [metadata, template]) holder.labels = withoutUnknown(holder.labels, metadata);
  const selector: LabelSelector = {
    ...spec.selector,
    matchLabels: withoutUnknown(spec.selector?.matchLabels, metadata),
  };
  spec.selector = selector.matchLabels || selector.matchExpressions?.length ? selector : undefined;
}

type Labels = ObjectMeta['labels'];

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];

function withoutUnknown(labels: Labels, { name }: ObjectMeta): Labels {
  const known = Object.entries(labels ?? {}).filter(
    ([label, value]) => value !== UID && (name || !NAME_LABELS.includes(label)),
  );
  return known.length ? Object.fromEntries(known) : undefined;
}
