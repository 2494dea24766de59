import type { RuleLevel } from './finding';

/**
 * Levels that differ from the usual ones, by rule. In the package, `rule-levels.for-typescript.ts` stands for
 * this file.
 */
export type RuleLevels = { readonly [rule: string]: RuleLevel };
