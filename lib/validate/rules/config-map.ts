import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { ConfigMap } from '../schema/types';
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
  judge({ data = {}, binaryData = {} }, at) {
    judgeKeys(data, at.field('data'));
    for (const key in data) {
      if (!Object.hasOwn(binaryData, key)) continue;
      const related = [{ message: 'the other one is here', path: at.field('binaryData').key(key) }];
      at.field('data').key(key).invalid(key, 'duplicate of key present in binaryData', {
        suggestion: 'remove one of them',
        related,
      });
    }
    judgeKeys(binaryData, at.field('binaryData'));
    const size =
      sizeOf(data, byteLength) + sizeOf(binaryData, (value) => Buffer.from(value, 'base64').length);
    if (size > LIMIT) {
      at.key('')
        .shownAt(at)
        .tooLong(LIMIT, { suggestion: `shorten the values: they total ${size} bytes` });
    }
  },
});

function judgeKeys(entries: Entries, at: Field): void {
  for (const key in entries) {
    const messages = configKey(key);
    if (messages.length) {
      at.key(key).invalidEach(key, messages, {
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
