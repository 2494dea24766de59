import { trimSpace } from '../../../go/space';
import { defineRule, type Rule } from '../../rule';
import type { Variable } from '../../schema/types';
import { judgeExpression } from './expressions';

const IDENTIFIER = /^[_a-zA-Z][_a-zA-Z0-9]*$/;

/** celReserved. */
const RESERVED = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** validateVariable, pkg/apis/admissionregistration/validation 1.36, without compiling. */
export const POLICY_VARIABLES = defineRule<Rule<readonly Variable[]>>({
  id: 'admission-variables',
  stage: 'judge',
  mistake: 'a variable of an admission policy without an expression, or with a name that CEL does not take',
  suggestion: 'use letters, digits and underscores in names, and give each variable an expression',
  judge(variables, at) {
    const text = at.minor >= 34 ? 'must be a valid CEL identifier' : 'name is not a valid CEL identifier';
    variables.forEach(({ name = '', expression }, index) => {
      const place = at.index(index);
      if (!trimSpace(name)) {
        place.field('name').required('name is not specified', { suggestion: 'name the variable' });
      } else if (!IDENTIFIER.test(name) || RESERVED.has(name)) {
        place.field('name').invalid(name, text, { suggestion: 'use letters, digits and underscores' });
      }
      judgeExpression(expression, place.field('expression'), 'expression is not specified');
    });
  },
});
