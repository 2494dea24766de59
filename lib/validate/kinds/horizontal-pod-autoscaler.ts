import { Drops, nested } from '../gates/drop';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerSpec,
  HPAScalingRules,
  MetricSpec,
} from '../schema/types';
import type { AnyObject, Strategy } from './strategy';

const CPU_PERCENT = 80;

export const HORIZONTAL_POD_AUTOSCALER: Strategy<HorizontalPodAutoscaler> = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  generationSince: 37,

  /** dropDisabledFields, pkg/registry/autoscaling/horizontalpodautoscaler 1.33 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  /** SetDefaults_HorizontalPodAutoscaler, pkg/apis/autoscaling/v2 1.36. */
  applyDefaults(object) {
    const spec = (object.spec ??= {});
    spec.minReplicas ??= 1;
    if (!spec.metrics?.length) spec.metrics = [CPU];
    if (spec.behavior) {
      spec.behavior = {
        scaleUp: withDefaults(spec.behavior.scaleUp, SCALE_UP),
        scaleDown: withDefaults(spec.behavior.scaleDown, SCALE_DOWN),
      };
    }
  },
};

interface CpuAutoscaler extends AnyObject {
  readonly spec?: { minReplicas?: number; targetCPUUtilizationPercentage?: number };
}

/** The first version of the kind, which knows of the processor alone. */
export const HORIZONTAL_POD_AUTOSCALER_V1: Strategy<CpuAutoscaler> = {
  apiVersion: 'autoscaling/v1',
  kind: 'HorizontalPodAutoscaler',
  generationSince: 37,

  /** SetDefaults_HorizontalPodAutoscaler, pkg/apis/autoscaling/v1 1.36. */
  applyDefaults({ spec }) {
    if (!spec) return;
    spec.minReplicas ??= 1;
    spec.targetCPUUtilizationPercentage ??= CPU_PERCENT;
  },
};

const DROPS = new Drops<HorizontalPodAutoscalerSpec>([
  nested('HPAConfigurableTolerance', 'behavior.scaleDown.tolerance'),
  nested('HPAConfigurableTolerance', 'behavior.scaleUp.tolerance'),
]);

const CPU: MetricSpec = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: CPU_PERCENT } },
};
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
