import { defineRule, type Rule } from '../../rule';
import type { ParamRef } from '../../schema/types';
import { judgeLabelSelector } from '../labels';
import { PATH_SEGMENT_NAME } from '../names';
import { judgeWord } from './words';

const ACTIONS = ['Deny', 'Allow'];
const EXCLUSIVE = 'name and selector are mutually exclusive';

/** validateParamRef, pkg/apis/admissionregistration/validation 1.36. */
export const PARAM_REF = defineRule<Rule<ParamRef>>({
  id: 'admission-param-ref',
  stage: 'judge',
  mistake:
    'parameters of a binding with neither name nor selector, both, or without an action if there are none',
  suggestion: 'set `name` or `selector`, and `parameterNotFoundAction`',
  judge({ name, selector, parameterNotFoundAction: action }, at) {
    const hint = { suggestion: 'keep one of name and selector' };
    if (name) {
      at.field('name').invalidEach(name, PATH_SEGMENT_NAME(name));
      if (selector) at.field('name').forbidden(EXCLUSIVE, hint);
    }
    if (selector) {
      judgeLabelSelector(selector, at.field('selector'));
      if (name) at.field('selector').forbidden(EXCLUSIVE, hint);
    }
    if (!name && !selector) {
      at.required('one of name or selector must be specified', { suggestion: 'set name or selector' });
    }
    const place = at.field('parameterNotFoundAction');
    if (action) judgeWord(action, ACTIONS, place);
    else place.required('', { suggestion: 'set parameterNotFoundAction to Deny or Allow' });
  },
});
