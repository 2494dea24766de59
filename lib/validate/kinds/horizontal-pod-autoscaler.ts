import { defaultBehavior } from '../defaults/autoscaler-behavior';
import { writeRoundTripAnnotations } from '../defaults/autoscaler-annotations';
import { Drops, nested } from '../gates/drop';
import { dropRoundTripAnnotations, metricsIn } from '../rules/autoscaling/annotations';
import { judgeAutoscaler } from '../rules/autoscaling/spec';
import { cpuMetric, judgeAutoscalerOfV1 } from '../rules/autoscaling/v1';
import type {
  AutoscalingV1HorizontalPodAutoscaler,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
} from '../schema/types';
import type { Strategy } from './strategy';

const CPU_PERCENT = 80;

export const HORIZONTAL_POD_AUTOSCALER: Strategy<HorizontalPodAutoscaler> = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  generationSince: 37,

  /** dropDisabledFields, pkg/registry/autoscaling/horizontalpodautoscaler 1.33 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  /** SetDefaults_HorizontalPodAutoscaler and conversion, pkg/apis/autoscaling/v2 1.36. */
  applyDefaults(object, minor) {
    const spec = (object.spec ??= {});
    spec.minReplicas ??= 1;
    if (!spec.metrics?.length) spec.metrics = [cpuMetric(CPU_PERCENT)];
    if (spec.behavior) spec.behavior = defaultBehavior(spec.behavior);
    dropRoundTripAnnotations(object.metadata, minor);
  },

  /** ValidateHorizontalPodAutoscaler, pkg/apis/autoscaling/validation 1.36. */
  validate: ({ spec = {} }, at) => judgeAutoscaler(spec, at.field('spec')),
};

/** The first version of the kind, which has annotations in place of other metrics and of behavior. */
export const HORIZONTAL_POD_AUTOSCALER_V1: Strategy<AutoscalingV1HorizontalPodAutoscaler> = {
  apiVersion: 'autoscaling/v1',
  kind: 'HorizontalPodAutoscaler',
  generationSince: 37,

  /** SetDefaults_HorizontalPodAutoscaler and conversion, pkg/apis/autoscaling/v1 1.36. */
  applyDefaults(object, minor) {
    const spec = (object.spec ??= {});
    spec.minReplicas ??= 1;
    if (!metricsIn(object.metadata ?? {}, minor).length) spec.targetCPUUtilizationPercentage ??= CPU_PERCENT;
  },

  validate: judgeAutoscalerOfV1,

  complete: (object, { minor }) => writeRoundTripAnnotations(object, minor),
};

const DROPS = new Drops<HorizontalPodAutoscalerSpec>([
  nested('HPAConfigurableTolerance', 'behavior.scaleDown.tolerance'),
  nested('HPAConfigurableTolerance', 'behavior.scaleUp.tolerance'),
]);
