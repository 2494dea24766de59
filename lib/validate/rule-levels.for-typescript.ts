import type { LintId, RuleLevel, SuppressionId } from './lint/levels';
import type { RuleId } from './rule-ids';

type PodSecurityId = Extract<RuleId, `pod-security-${string}`>;

/** Levels that differ from the usual ones, by rule. */
export type RuleLevels = {
  readonly [rule in LintId | SuppressionId | PodSecurityId | 'unknown-kind']?: RuleLevel;
};
