import { defineRule, type Rule } from '../../rule';

/** ValidateControllerRevisionCreate, pkg/apis/apps/validation 1.31 to 1.36; earlier minors take any value. */
export const REVISION_DATA = defineRule<Rule<unknown>>({
  id: 'controller-revision-data',
  stage: 'judge',
  mistake: 'a ControllerRevision without data, or with data that is not an object',
  suggestion: 'set `data` to an object: controllers store what they restore there',
  judge(data, at) {
    if (data === undefined) return at.required('data is mandatory');
    const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
    if (!isObject && at.minor >= 31) at.required('data must be a valid JSON object');
  },
});
