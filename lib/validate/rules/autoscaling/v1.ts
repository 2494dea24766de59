import type { Field } from '../../field';
import { isOff } from '../../gates/gates';
import { FieldPath } from '../../path';
import type {
  AutoscalingV1HorizontalPodAutoscaler,
  AutoscalingV1HorizontalPodAutoscalerSpec,
  HorizontalPodAutoscalerBehavior,
  MetricSpec,
  ObjectMeta,
} from '../../schema/types';
import { BEHAVIOR_ANNOTATION, behaviorIn, METRICS_ANNOTATION, metricsIn } from './annotations';
import { judgeAutoscaler } from './spec';

/** A metric of the share of the requested CPU time that is used, in percent. */
export const cpuMetric = (averageUtilization: number): MetricSpec => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});

/**
 * Judges an autoscaler of autoscaling/v1 as the server does, once its annotations have become metrics and
 * behavior (Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler,
 * pkg/apis/autoscaling/v1 1.36). What is wrong with those is shown where the manifest has them.
 */
export function judgeAutoscalerOfV1(object: AutoscalingV1HorizontalPodAutoscaler, root: Field): void {
  const { metadata = {}, spec = {} } = object;
  const others = metricsIn(metadata, root.minor);
  const place = root.field('spec');
  const annotations = root.field('metadata', 'annotations');
  root.relocated(
    () =>
      judgeAutoscaler(
        { ...spec, metrics: metricsOf(object, root.minor), behavior: behaviorOf(metadata, root.minor) },
        place,
      ),
    (path) => {
      const [, field, index] = path.segments();
      if (field === 'behavior') return annotations.key(BEHAVIOR_ANNOTATION);
      if (field !== 'metrics') return path;
      if (typeof index === 'number' && index < others.length) return annotations.key(METRICS_ANNOTATION);
      return FieldPath.of('spec').field('targetCPUUtilizationPercentage');
    },
  );
}

const ownMetrics = ({ targetCPUUtilizationPercentage: percent }: AutoscalingV1HorizontalPodAutoscalerSpec) =>
  percent === undefined ? [] : [cpuMetric(percent)];

/** The metrics of the annotation and its own. */
export const metricsOf = (
  { metadata = {}, spec = {} }: AutoscalingV1HorizontalPodAutoscaler,
  minor: number,
): MetricSpec[] => [...metricsIn(metadata, minor), ...ownMetrics(spec)];

/** Without what the gate drops. */
export function behaviorOf(metadata: ObjectMeta, minor: number): HorizontalPodAutoscalerBehavior | undefined {
  const behavior = behaviorIn(metadata);
  if (!behavior || !isOff('HPAConfigurableTolerance', minor)) return behavior;
  const { scaleUp, scaleDown } = behavior;
  return {
    scaleUp: scaleUp && { ...scaleUp, tolerance: undefined },
    scaleDown: scaleDown && { ...scaleDown, tolerance: undefined },
  };
}
