import { configKey } from '../../../apimachinery/keys';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import { placeOf, type SecretEntries } from './entries';

/** MaxSecretSize, pkg/apis/core 1.36. */
const LIMIT = 1024 * 1024;

/** Keys and size: ValidateSecret, pkg/apis/core/validation 1.30 to 1.37. */
export const SECRET_DATA = defineRule<Rule<SecretEntries>>({
  id: 'secret-data',
  stage: 'judge',
  mistake: 'a malformed key, or more than 1 MiB of data, in a Secret',
  suggestion: 'use letters, digits, hyphens, dots and underscores in keys',
  judge(entries, at) {
    judgeKeys(entries, at);
    const size = Object.values(entries).reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > LIMIT) {
      at.field('data').tooLong(LIMIT, { suggestion: `shorten the values: they total ${size} bytes` });
    }
  },
});

function judgeKeys(entries: SecretEntries, at: Field): void {
  for (const [key, entry] of Object.entries(entries)) {
    const messages = configKey(key);
    if (!messages.length) continue;
    const hint = { suggestion: 'use letters, digits, hyphens, dots and underscores' };
    placeOf(key, entry, at).invalidEach(key, messages, hint);
  }
}
