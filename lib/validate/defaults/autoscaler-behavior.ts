import type { HorizontalPodAutoscalerBehavior, HPAScalingRules } from '../schema/types';

const PERIOD = 15;
const ALL = { type: 'Percent', value: 100, periodSeconds: PERIOD };
const SCALE_UP: HPAScalingRules = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [{ type: 'Pods', value: 4, periodSeconds: PERIOD }, ALL],
};
const SCALE_DOWN: HPAScalingRules = { selectPolicy: 'Max', policies: [ALL] };

/** SetDefaults_HorizontalPodAutoscalerBehavior, pkg/apis/autoscaling/v2 1.36. */
export const defaultBehavior = ({ scaleUp, scaleDown }: HorizontalPodAutoscalerBehavior) => ({
  scaleUp: withDefaults(scaleUp, SCALE_UP),
  scaleDown: withDefaults(scaleDown, SCALE_DOWN),
});

function withDefaults(rules: HPAScalingRules | undefined, defaults: HPAScalingRules): HPAScalingRules {
  const given = Object.entries(rules ?? {}).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
