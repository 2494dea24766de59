import { dropDisabledAutoscalerFields } from '../gates/workloads';
import { FieldPath } from '../path';
import type { HorizontalPodAutoscaler, HPAScalingRules } from '../schema/types';
import { Verdict } from '../verdict';
import type { Completion } from './completion';

const PERIOD = 15;
const ALL = { type: 'Percent', value: 100, periodSeconds: PERIOD };
const SCALE_UP: HPAScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [{ type: 'Pods', value: 4, periodSeconds: PERIOD }, ALL],
};
const SCALE_DOWN: HPAScalingRules = { selectPolicy: 'Max', policies: [ALL] };
const CPU_PERCENT = 80;
const CPU = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: CPU_PERCENT } },
};

/** SetDefaults_HorizontalPodAutoscaler, pkg/apis/autoscaling/v2 1.36. */
export const completeAutoscaler: Completion<HorizontalPodAutoscaler> = (object, { minor }) => {
  const spec = (object.spec ??= {});
  dropDisabledAutoscalerFields(spec, FieldPath.ROOT, new Verdict(minor));
  spec.minReplicas ??= 1;
  if (!spec.metrics?.length) spec.metrics = [CPU];
  if (spec.behavior) {
    spec.behavior = {
      scaleUp: withDefaults(spec.behavior.scaleUp, SCALE_UP),
      scaleDown: withDefaults(spec.behavior.scaleDown, SCALE_DOWN),
    };
  }
};

function withDefaults(rules: HPAScalingRules | undefined, defaults: HPAScalingRules): HPAScalingRules {
  const given = Object.entries(rules ?? {}).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}

/** The first version of the kind, which knows of the processor alone. */
export const completeFirstAutoscaler: Completion<{
  spec?: { minReplicas?: number; targetCPUUtilizationPercentage?: number };
}> = ({ spec }) => {
  if (!spec) return;
  spec.minReplicas ??= 1;
  spec.targetCPUUtilizationPercentage ??= CPU_PERCENT;
};
