import type { Field } from '../../field';
import type { GoValue } from '../../../go/format';
import { intOrString, named, pointer, struct } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type { LabelSelector, PodDisruptionBudgetSpec } from '../../schema/types';
import { judgeAtMostAll, judgeIntOrPercent } from '../int-or-percent';
import { judgeLabelSelector } from '../labels';
import { shownSelector } from '../workload-selector';

/** ValidatePodDisruptionBudgetSpec, pkg/apis/policy/validation 1.36. */
export function judgeBudget(spec: PodDisruptionBudgetSpec, at: Field): void {
  const { selector, unhealthyPodEvictionPolicy: policy } = spec;
  at.apply(AMOUNTS, spec);
  if (selector) at.field('selector').apply(SELECTOR, selector);
  if (policy !== undefined) at.field('unhealthyPodEvictionPolicy').apply(EVICTION_POLICY, policy);
}

export const AMOUNTS = defineRule<Rule<PodDisruptionBudgetSpec>>({
  id: 'disruption-budget-amount',
  stage: 'judge',
  mistake: 'both `minAvailable` and `maxUnavailable`, or one that is neither a number nor a percentage',
  suggestion: 'set one of them to a number such as `1`, or to a percentage such as `"50%"`',
  judge(spec, at) {
    const { minAvailable, maxUnavailable } = spec;
    if (minAvailable !== undefined && maxUnavailable !== undefined) {
      at.invalid(shownSpec(spec), 'minAvailable and maxUnavailable cannot be both set', {
        suggestion: 'remove minAvailable or maxUnavailable',
      });
    }
    for (const field of ['minAvailable', 'maxUnavailable'] as const) {
      const amount = spec[field];
      if (amount === undefined) continue;
      judgeIntOrPercent(amount, at.field(field));
      judgeAtMostAll(amount, at.field(field));
    }
  },
});

export const SELECTOR = defineRule<Rule<LabelSelector>>({
  id: 'disruption-budget-selector',
  stage: 'judge',
  mistake: 'a malformed selector of the Pods that a PodDisruptionBudget protects',
  suggestion: 'fix the part in the message',
  judge: judgeLabelSelector,
});

const POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

export const EVICTION_POLICY = defineRule<Rule<string>>({
  id: 'disruption-budget-eviction-policy',
  stage: 'judge',
  mistake: 'an unknown `unhealthyPodEvictionPolicy`',
  suggestion: 'use `AlwaysAllow` or `IfHealthyBudget`',
  judge(policy, at) {
    if (!POLICIES.includes(policy)) at.notSupported(policy, POLICIES);
  },
});

function shownSpec({
  minAvailable,
  selector,
  maxUnavailable,
  unhealthyPodEvictionPolicy: policy,
}: PodDisruptionBudgetSpec): GoValue {
  return struct('policy.PodDisruptionBudgetSpec', {
    MinAvailable: pointer(
      minAvailable === undefined ? undefined : intOrString(minAvailable),
      'intstr.IntOrString',
    ),
    Selector: pointer(selector && shownSelector(selector), 'v1.LabelSelector'),
    MaxUnavailable: pointer(
      maxUnavailable === undefined ? undefined : intOrString(maxUnavailable),
      'intstr.IntOrString',
    ),
    UnhealthyPodEvictionPolicy: pointer(
      policy === undefined ? undefined : named(policy),
      'policy.UnhealthyPodEvictionPolicyType',
    ),
  });
}
