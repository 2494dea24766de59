import { closest } from '../validate/closest';
import { Misuse } from './context';

/** @throws Misuse if there is no such rule */
export function checkedRule(rule: unknown): void {
  if (typeof rule !== 'string') {
    throw new Misuse(
      `the rule must be a rule ID such as "image-tag", not ${JSON.stringify(rule) ?? String(rule)}`,
    );
  }
  const { allRules, ruleNamed } = require('../validate/catalogue') as typeof import('../validate/catalogue');
  if (ruleNamed(rule)) return;
  const near = closest(
    rule,
    allRules().map(({ id }) => id),
  );
  throw new Misuse(
    `unknown rule "${rule}": ${near ? `did you mean "${near}"?` : 'docs/rules.md and docs/server-rules.md list all rules'}`,
  );
}
