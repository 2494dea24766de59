import { defineRule } from '../rule';

/** Fields that a server warns about, in the warnings of several kinds. */
export const DEPRECATED_FIELD = defineRule({
  id: 'deprecated-field',
  stage: 'warn',
  mistake: 'a field that is deprecated or has no effect any more',
  suggestion: 'remove it, or use what the message names',
});
