import type { RuleLevel } from './finding';
import type { ConfigurableRule } from './rule-ids';

/** Levels that differ from the default ones, by rule. */
export type RuleLevels = { readonly [rule in ConfigurableRule]?: RuleLevel };
