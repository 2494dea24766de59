import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { ConfigMap } from '../schema/types';
import type { Verdict } from '../verdict';
import { configKey } from '../../apimachinery/keys';
import { byteLength } from '../../apimachinery/messages';

/** MaxSecretSize, which holds for ConfigMaps, too. */
const LIMIT = 1024 * 1024;

interface Entries {
  readonly [key: string]: string;
}

/** Keys and size of a ConfigMap: ValidateConfigMap, 1.36. */
export const CONFIG_MAP_DATA = defineRule<Rule<ConfigMap>>({
  id: 'config-map-data',
  stage: 'judge',
  mistake: 'a malformed key, a key in both `data` and `binaryData`, or more than 1 MiB of data',
  suggestion: 'use letters, digits, hyphens, dots and underscores in keys',
  judge({ data = {}, binaryData = {} }, path, verdict) {
    judgeKeys(data, path.field('data'), verdict);
    for (const key in data) {
      if (!Object.hasOwn(binaryData, key)) continue;
      const related = [{ message: 'the other one is here', path: path.field('binaryData').key(key) }];
      verdict.invalid(path.field('data').key(key), key, 'duplicate of key present in binaryData', {
        suggestion: 'remove one of them',
        related,
      });
    }
    judgeKeys(binaryData, path.field('binaryData'), verdict);
    const size =
      sizeOf(data, byteLength) + sizeOf(binaryData, (value) => Buffer.from(value, 'base64').length);
    if (size > LIMIT) {
      verdict.tooLong(path.key(''), LIMIT, {
        at: path,
        suggestion: `shorten the values: they total ${size} bytes`,
      });
    }
  },
});

function judgeKeys(entries: Entries, path: FieldPath, verdict: Verdict): void {
  for (const key in entries) {
    const messages = configKey(key);
    if (messages.length) {
      verdict.invalidEach(path.key(key), key, messages, {
        suggestion: 'use letters, digits, hyphens, dots and underscores',
      });
    }
  }
}

function sizeOf(entries: Entries, measure: (value: string) => number): number {
  let size = 0;
  for (const key in entries) size += measure(entries[key]);
  return size;
}
