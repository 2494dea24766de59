import { defineRule, type Rule } from '../../rule';
import type { MatchResources } from '../../schema/types';
import type { Field } from '../../field';
import { judgeLabelSelector } from '../labels';
import { judgeNamedRule } from './rules';
import { judgeWord, MATCH_POLICIES } from './words';

/** validateMatchResources, pkg/apis/admissionregistration/validation 1.36; defaulting sets the selectors. */
export const MATCH_RESOURCES = defineRule<Rule<MatchResources>>({
  id: 'admission-match',
  stage: 'judge',
  mistake: 'an unknown match policy or a malformed selector of an admission policy or binding',
  suggestion: 'use `Equivalent` or `Exact`, and fix the selector',
  judge(match, at) {
    const { namespaceSelector = {}, objectSelector = {} } = match;
    judgeWord(match.matchPolicy, MATCH_POLICIES, at.field('matchPolicy'));
    judgeLabelSelector(namespaceSelector, at.field('namespaceSelector'));
    judgeLabelSelector(objectSelector, at.field('objectSelector'));
    for (const field of ['resourceRules', 'excludeResourceRules'] as const) {
      match[field]?.forEach((rule, index) => judgeNamedRule(rule, at.field(field).index(index)));
    }
  },
});

const MUTABLE_OPERATIONS = ['*', 'CONNECT', 'CREATE', 'UPDATE'];

/** Nothing can be mutated on DELETE; the server names neither rule nor operation. */
export function judgeMutableOperations({ resourceRules = [] }: MatchResources, at: Field): void {
  resourceRules.forEach(({ operations = [] }, rule) =>
    operations.forEach((operation, index) => {
      const shown = at.field('resourceRules').index(rule).field('operations').index(index);
      judgeWord(operation, MUTABLE_OPERATIONS, at.field('resourceRules', 'operations').shownAt(shown));
    }),
  );
}
