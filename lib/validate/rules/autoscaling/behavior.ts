import { quantity } from '../../../apimachinery/parse-quantity';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { HPAScalingPolicy, HPAScalingRules, HorizontalPodAutoscalerBehavior } from '../../schema/types';

/** How fast it scales: validateBehavior, pkg/apis/autoscaling/validation 1.36. */
export const AUTOSCALER_BEHAVIOR = defineRule<Rule<HorizontalPodAutoscalerBehavior>>({
  id: 'autoscaler-behavior',
  stage: 'judge',
  mistake: 'scaling rules without policies, or with an unknown policy or a period out of range',
  suggestion: 'use one of the values in the message, or remove the field to get the default',
  judge({ scaleUp, scaleDown }, at) {
    if (scaleUp) judgeRules(scaleUp, at.field('scaleUp'));
    if (scaleDown) judgeRules(scaleDown, at.field('scaleDown'));
  },
});

const SELECTIONS = ['Disabled', 'Max', 'Min'];
const LONGEST_WINDOW = 3600;

/** validateScalingRules, 1.36. */
function judgeRules(rules: HPAScalingRules, at: Field): void {
  const { stabilizationWindowSeconds: window, selectPolicy, policies = [], tolerance } = rules;
  if (window !== undefined) judgeWindow(window, at.field('stabilizationWindowSeconds'));
  if (selectPolicy !== undefined && !SELECTIONS.includes(selectPolicy)) {
    at.field('selectPolicy').notSupported(selectPolicy, SELECTIONS);
  }
  if (!policies.length) {
    at.field('policies').required('must specify at least one Policy', {
      suggestion: 'add a policy, or remove policies to get the defaults',
    });
  }
  policies.forEach((policy, index) => judgePolicy(policy, at.field('policies').index(index)));
  if (tolerance !== undefined && quantity(tolerance).sign() < 0) {
    at.field('tolerance').invalid(String(quantity(tolerance)), 'must be greater than or equal to 0');
  }
}

function judgeWindow(seconds: number, at: Field): void {
  if (seconds < 0) at.invalid(seconds, 'must be greater than or equal to zero');
  if (seconds > LONGEST_WINDOW) at.invalid(seconds, `must be less than or equal to ${LONGEST_WINDOW}`);
}

const POLICY_TYPES = ['Percent', 'Pods'];
const LONGEST_PERIOD = 1800;

/** validateScalingPolicy, 1.36. */
function judgePolicy({ type = '', value = 0, periodSeconds = 0 }: HPAScalingPolicy, at: Field): void {
  if (!POLICY_TYPES.includes(type)) at.field('type').notSupported(type, POLICY_TYPES);
  if (value <= 0) at.field('value').invalid(value, 'must be greater than zero');
  const period = at.field('periodSeconds');
  if (periodSeconds <= 0) period.invalid(periodSeconds, 'must be greater than zero');
  if (periodSeconds > LONGEST_PERIOD) {
    period.invalid(periodSeconds, `must be less than or equal to ${LONGEST_PERIOD}`);
  }
}
