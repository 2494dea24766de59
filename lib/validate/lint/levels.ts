import { closest } from '../closest';
import type { FindingStage, RuleLevel } from '../finding';
import { defaultLevel, type RuleRecord } from '../rule-record';
import { CONFIGURABLE_RULES } from '../rule-ids';
import type { RuleLevels } from '../rule-levels';

/** Levels that a rule can be given. */
export const RULE_LEVELS: readonly RuleLevel[] = ['error', 'warning', 'info', 'off'];

/** The level of a rule by what a user says of it. */
export const levelOf = (rule: RuleRecord, levels: RuleLevels | undefined): RuleLevel =>
  levels?.[rule.id] ?? defaultLevel(rule);

/**
 * Levels as specified by the user.
 *
 * @throws Error if a rule or a level is not known
 */
export function ruleLevelsOf(rules: { readonly [rule: string]: string }): RuleLevels {
  for (const [rule, level] of Object.entries(rules)) {
    if (!CONFIGURABLE_RULES.some((known) => known === rule)) throw new Error(unknownRule(rule));
    if (!RULE_LEVELS.some((known) => known === level)) {
      throw new Error(`unknown level "${level}" for rule "${rule}": ${levelRemedy(level)}`);
    }
  }
  return rules as RuleLevels;
}

/** Suggestion for an unknown level. */
function levelRemedy(level: string): string {
  const near = closest(level, RULE_LEVELS);
  return near ? `did you mean "${near}"?` : `use ${RULE_LEVELS.join(', ')}`;
}

/** Why the level cannot be changed, by stage of the rule. */
const UNCHOSEN: { readonly [source in FindingStage]?: string } = {
  warn: 'it is a warning from the API server; suppress single findings instead',
};

/** What is wrong with a rule whose level is chosen, and what to do. */
export function unknownRule(rule: string): string {
  const { ruleNamed } = require('../catalogue') as typeof import('../catalogue');
  const facts = ruleNamed(rule);
  if (facts) {
    return `rule "${rule}" has no level to choose: ${UNCHOSEN[facts.stage] ?? 'a server refuses what it finds'}`;
  }
  const near = closest(rule, CONFIGURABLE_RULES);
  return `unknown rule "${rule}": ${near ? `did you mean "${near}"?` : `use one of ${CONFIGURABLE_RULES.join(', ')}`}`;
}
