import type { Field } from '../../field';
import type { HorizontalPodAutoscalerSpec } from '../../schema/types';
import { AUTOSCALER_BEHAVIOR } from './behavior';
import { AUTOSCALER_METRICS } from './metrics';
import { AUTOSCALER_REPLICAS, SCALE_TO_ZERO } from './replicas';
import { AUTOSCALER_TARGET } from './target';

/** validateHorizontalPodAutoscalerSpec, pkg/apis/autoscaling/validation 1.36. */
export function judgeAutoscaler(spec: HorizontalPodAutoscalerSpec, at: Field): void {
  const { scaleTargetRef = {}, minReplicas, metrics = [], behavior } = spec;
  at.apply(AUTOSCALER_REPLICAS, spec);
  at.field('scaleTargetRef').apply(AUTOSCALER_TARGET, scaleTargetRef);
  at.field('metrics').apply(AUTOSCALER_METRICS, metrics);
  at.field('metrics').apply(SCALE_TO_ZERO, { minReplicas, metrics });
  if (behavior) at.field('behavior').apply(AUTOSCALER_BEHAVIOR, behavior);
}
