import { Drops, nested } from '../gates/drop';
import { dropRoundTripAnnotations, metricsIn } from '../rules/autoscaling/annotations';
import { judgeAutoscaler } from '../rules/autoscaling/spec';
import { cpuMetric, judgeAutoscalerOfV1 } from '../rules/autoscaling/v1';
import type {
  AutoscalingV1HorizontalPodAutoscaler,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  HPAScalingRules,
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
    if (spec.behavior) {
      spec.behavior = {
        scaleUp: withDefaults(spec.behavior.scaleUp, SCALE_UP),
        scaleDown: withDefaults(spec.behavior.scaleDown, SCALE_DOWN),
      };
    }
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
};

const DROPS = new Drops<HorizontalPodAutoscalerSpec>([
  nested('HPAConfigurableTolerance', 'behavior.scaleDown.tolerance'),
  nested('HPAConfigurableTolerance', 'behavior.scaleUp.tolerance'),
]);

const PERIOD = 15;
const ALL = { type: 'Percent', value: 100, periodSeconds: PERIOD };
const SCALE_UP: HPAScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [{ type: 'Pods', value: 4, periodSeconds: PERIOD }, ALL],
};
const SCALE_DOWN: HPAScalingRules = { selectPolicy: 'Max', policies: [ALL] };

function withDefaults(rules: HPAScalingRules | undefined, defaults: HPAScalingRules): HPAScalingRules {
  const given = Object.entries(rules ?? {}).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
