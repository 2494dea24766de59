import { nearRule, ruleNamed } from '../catalogue';
import type { EngineOptions } from '../engine';
import { levelOf } from '../lint/levels';
import type { RuleRecord } from '../rule';
import { ANNOTATION_PREFIX } from './annotations';
import { SUPPRESSION_REFUSED, SUPPRESSION_UNKNOWN, SUPPRESSION_UNUSED } from './rules';
import type { LocatedFinding, Suppression } from './suppression';

/** How a suppression is written. */
const FORMS = {
  comment: 'use # pod-patterns: ignore RULE -- REASON',
  annotation: `use ${ANNOTATION_PREFIX}RULE: REASON`,
} as const;

/** A suppression, and what it has come to. */
export class SuppressionUse {
  used = false;
  refused = false;

  constructor(readonly wish: Suppression) {}

  /** Finding about it. */
  complaint({ rules, podSecurity, namespaces }: EngineOptions): LocatedFinding[] {
    const { rule, form, fault } = this.wish;
    if (this.used && !this.refused) return [];
    if (fault) return this.finding(SUPPRESSION_UNKNOWN, fault, FORMS[form], rules);
    if (this.refused) {
      return this.finding(
        SUPPRESSION_REFUSED,
        `the API server rejects the manifest because of ${rule}, which no ${form} can suppress`,
        `fix the manifest and remove the ${form}`,
        rules,
      );
    }
    const facts = ruleNamed(rule);
    if (!facts) {
      return this.finding(SUPPRESSION_UNKNOWN, `unknown rule "${rule}"`, suggestionFor(rule), rules);
    }
    const unjudged =
      rules?.[rule] === 'off' || (facts.stage === 'pod-security' && !podSecurity && !namespaces?.size);
    return unjudged
      ? []
      : this.finding(
          SUPPRESSION_UNUSED,
          `this ${form} suppresses no finding of ${rule}`,
          `remove the ${form}`,
          rules,
        );
  }

  private finding(
    rule: RuleRecord,
    message: string,
    suggestion: string,
    rules: EngineOptions['rules'],
  ): LocatedFinding[] {
    const level = levelOf(rule, rules);
    const { path, offset } = this.wish;
    return level === 'off'
      ? []
      : [{ raw: { rule: rule.id, level, stage: 'lint', path, message, suggestion }, offset }];
  }
}

function suggestionFor(rule: string): string {
  if (rule === '*' || rule === 'all') return 'list each rule: all rules cannot be suppressed at once';
  const near = nearRule(rule);
  return near ? `did you mean "${near}"?` : 'use a rule ID as shown in findings';
}
