import type { FieldPath } from '../path';
import type { JobSpec, StatefulSetSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { Drops, field, inner } from './drop';

const JOB_DROPS = new Drops<JobSpec>([
  field('JobManagedBy', 'managedBy'),
  field('JobSuccessPolicy', 'successPolicy'),
]);

/**
 * Drops what a server drops of a Job besides its template; a CronJob keeps it: jobStrategy.PrepareForCreate,
 * pkg/registry/batch/job 1.30 to 1.36.
 */
export function dropDisabledJobFields(spec: JobSpec, path: FieldPath, verdict: Verdict): void {
  JOB_DROPS.run(spec, path, verdict);
}

const UPDATE_DROPS = new Drops<NonNullable<StatefulSetSpec['updateStrategy']>>([
  inner('MaxUnavailableStatefulSet', 'rollingUpdate', 'maxUnavailable'),
]);

/**
 * Drops what a server drops of a StatefulSet besides its template: dropStatefulSetDisabledFields,
 * pkg/registry/apps/statefulset 1.30 to 1.36.
 */
export function dropDisabledStatefulSetFields(
  { updateStrategy }: StatefulSetSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (updateStrategy) UPDATE_DROPS.run(updateStrategy, path.child('updateStrategy'), verdict);
}

/** The part of a HorizontalPodAutoscaler that has to do with gates. */
export interface AutoscalerBehavior {
  scaleDown?: { tolerance?: unknown };
  scaleUp?: { tolerance?: unknown };
}

const BEHAVIOR_DROPS = new Drops<AutoscalerBehavior>([
  inner('HPAConfigurableTolerance', 'scaleDown', 'tolerance'),
  inner('HPAConfigurableTolerance', 'scaleUp', 'tolerance'),
]);

/**
 * Drops what a server drops of a HorizontalPodAutoscaler: dropDisabledFields,
 * pkg/registry/autoscaling/horizontalpodautoscaler 1.33 to 1.36.
 */
export function dropDisabledAutoscalerFields(
  { behavior }: { behavior?: AutoscalerBehavior },
  path: FieldPath,
  verdict: Verdict,
): void {
  if (behavior) BEHAVIOR_DROPS.run(behavior, path.child('behavior'), verdict);
}

const SERVICE_DROPS = new Drops<{ trafficDistribution?: unknown }>([
  field('ServiceTrafficDistribution', 'trafficDistribution'),
]);

/** Drops what a server drops of a Service: dropServiceDisabledFields, pkg/registry/core/service 1.30. */
export function dropDisabledServiceFields(
  spec: { trafficDistribution?: unknown },
  path: FieldPath,
  verdict: Verdict,
): void {
  SERVICE_DROPS.run(spec, path, verdict);
}
