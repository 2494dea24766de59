import { defineRule } from '../rule';

/** Fields that a server warns about, in the warnings of several kinds. */
export const DEPRECATED_FIELD = defineRule({
  id: 'deprecated-field',
  stage: 'warn',
  mistake: 'a field that is deprecated or no longer has an effect',
  suggestion: 'remove it, or use the replacement in the message',
});
