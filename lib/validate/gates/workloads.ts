import type { FieldPath } from '../path';
import type { JobSpec, StatefulSetSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { type Drop, dropAll, field, inner } from './drop';

const JOB_DROPS: readonly Drop<JobSpec>[] = [
  field('JobManagedBy', 'managedBy'),
  field('JobSuccessPolicy', 'successPolicy'),
];

/** Drops what a server drops of a Job besides its template; a CronJob keeps it: jobStrategy.PrepareForCreate, pkg/registry/batch/job 1.30 to 1.36. */
export function dropDisabledJobFields(spec: JobSpec, path: FieldPath, verdict: Verdict): void {
  dropAll(JOB_DROPS, spec, path, verdict);
}

const UPDATE_DROPS = [inner<NonNullable<StatefulSetSpec['updateStrategy']>>('MaxUnavailableStatefulSet', 'rollingUpdate', 'maxUnavailable')];

/** Drops what a server drops of a StatefulSet besides its template: dropStatefulSetDisabledFields, pkg/registry/apps/statefulset 1.30 to 1.36. */
export function dropDisabledStatefulSetFields({ updateStrategy }: StatefulSetSpec, path: FieldPath, verdict: Verdict): void {
  if (updateStrategy) dropAll(UPDATE_DROPS, updateStrategy, path.child('updateStrategy'), verdict);
}

/** The part of a HorizontalPodAutoscaler that has to do with gates. */
export interface AutoscalerBehavior {
  scaleDown?: { tolerance?: unknown };
  scaleUp?: { tolerance?: unknown };
}

const BEHAVIOR_DROPS = [inner<AutoscalerBehavior>('HPAConfigurableTolerance', 'scaleDown', 'tolerance'), inner<AutoscalerBehavior>('HPAConfigurableTolerance', 'scaleUp', 'tolerance')];

/** Drops what a server drops of a HorizontalPodAutoscaler: dropDisabledFields, pkg/registry/autoscaling/horizontalpodautoscaler 1.33 to 1.36. */
export function dropDisabledAutoscalerFields({ behavior }: { behavior?: AutoscalerBehavior }, path: FieldPath, verdict: Verdict): void {
  if (behavior) dropAll(BEHAVIOR_DROPS, behavior, path.child('behavior'), verdict);
}

const SERVICE_DROPS = [field<{ trafficDistribution?: unknown }>('ServiceTrafficDistribution', 'trafficDistribution')];

/** Drops what a server drops of a Service: dropServiceDisabledFields, pkg/registry/core/service 1.30. */
export function dropDisabledServiceFields(spec: { trafficDistribution?: unknown }, path: FieldPath, verdict: Verdict): void {
  dropAll(SERVICE_DROPS, spec, path, verdict);
}
