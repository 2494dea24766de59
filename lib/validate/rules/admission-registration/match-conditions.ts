import { qualifiedName } from '../../../apimachinery/labels';
import { defineRule, type Rule } from '../../rule';
import type { MatchCondition } from '../../schema/types';
import { judgeExpression } from './expressions';

const MOST = 64;

/** validateMatchConditions, pkg/apis/admissionregistration/validation 1.36, without compiling. */
export const MATCH_CONDITIONS = defineRule<Rule<readonly MatchCondition[]>>({
  id: 'match-conditions',
  stage: 'judge',
  mistake:
    'a match condition of a webhook or policy without a name or expression, or with the name of another',
  suggestion: 'give each condition its own name, and an expression',
  judge(conditions, at) {
    if (conditions.length > MOST) at.tooMany(conditions.length, MOST);
    const names = new Set<string>();
    conditions.forEach(({ name = '', expression }, index) => {
      const place = at.index(index);
      judgeExpression(expression, place.field('expression'));
      if (!name) return place.field('name').required('', { suggestion: 'name the condition' });
      place.field('name').invalidEach(name, qualifiedName(name, place.minor));
      if (names.has(name)) place.field('name').duplicate(name);
      names.add(name);
      return undefined;
    });
  },
});
