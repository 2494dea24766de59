import { configKey } from '../../../apimachinery/keys';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Secret } from '../../schema/types';
import { entriesOf, type SecretEntries } from './entries';

/** MaxSecretSize, pkg/apis/core 1.36. */
const LIMIT = 1024 * 1024;

/** Keys and size: ValidateSecret, pkg/apis/core/validation 1.30 to 1.37. */
export const SECRET_DATA = defineRule<Rule<Secret>>({
  id: 'secret-data',
  stage: 'judge',
  mistake: 'a malformed key, or more than 1 MiB of data, in a Secret',
  suggestion: 'use letters, digits, hyphens, dots and underscores in keys',
  judge(secret, at) {
    const entries = entriesOf(secret);
    judgeKeys(entries, at);
    const size = Object.values(entries).reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > LIMIT) {
      at.field('data').tooLong(LIMIT, { suggestion: `shorten the values: they total ${size} bytes` });
    }
  },
});

function judgeKeys(entries: SecretEntries, at: Field): void {
  for (const [key, { field }] of Object.entries(entries)) {
    const messages = configKey(key);
    if (!messages.length) continue;
    const place = at.field('data').key(key).shownAt(at.field(field).key(key));
    place.invalidEach(key, messages, { suggestion: 'use letters, digits, hyphens, dots and underscores' });
  }
}
