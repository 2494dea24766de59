import { GoValue } from '../../../go/format';
import { named, struct } from '../../../go/value';
import { labelValue, qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Taint } from '../../schema/types';
import { EFFECTS } from '../pod/tolerations';

/** Taints, which a server calls part of the metadata: validateNodeTaints, pkg/apis/core/validation 1.36. */
export const NODE_TAINTS = defineRule<Rule<readonly Taint[]>>({
  id: 'node-taints',
  stage: 'judge',
  mistake: 'a taint with a malformed key or value or without an effect, or one that is there twice',
  suggestion: 'fix the part in the message',
  judge: judgeTaints,
});

export function judgeTaints(taints: readonly Taint[], at: Field): void {
  const seen = new Set<string>();
  taints.forEach((taint, index) => {
    const place = at.index(index);
    judgeTaint(taint, place);
    const { key = '', effect = '' } = taint;
    const pair = JSON.stringify([key, effect]);
    if (seen.has(pair)) {
      const text = 'taints must be unique by key and effect pair';
      place.duplicate(goTaint(taint), { repeats: ['key', 'effect'] }, text);
    }
    seen.add(pair);
  });
}

function judgeTaint({ key = '', value = '', effect = '' }: Taint, at: Field): void {
  at.field('key').invalidEach(key, qualifiedName(key, at.minor));
  const messages = labelValue(value, at.minor);
  if (messages.length) at.field('value').invalid(value, messages.join(';'));
  if (!effect) at.field('effect').required('', { suggestion: `use ${EFFECTS.join(', ')}` });
  else if (!EFFECTS.includes(effect)) at.field('effect').notSupported(effect, EFFECTS);
}

const goTaint = ({ key, value, effect, timeAdded }: Taint): GoValue =>
  struct('core.Taint', {
    Key: named(key),
    Value: named(value),
    Effect: named(effect),
    TimeAdded: timeAdded === undefined ? new GoValue(null, '<nil>') : goTime(timeAdded),
  });

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A time of a server in UTC: Time.GoString and, since 1.34, RFC 3339. */
function goTime(text: string): GoValue {
  const time = new Date(text);
  const nanoseconds = Number((/[.,](\d{1,9})/.exec(text)?.[1] ?? '0').padEnd(9, '0'));
  const date = `${time.getUTCFullYear()}, time.${MONTHS[time.getUTCMonth()]}, ${time.getUTCDate()}`;
  const clock = `${time.getUTCHours()}, ${time.getUTCMinutes()}, ${time.getUTCSeconds()}, ${nanoseconds}`;
  return new GoValue(time.toISOString().replace(/\.\d+Z$/, 'Z'), `time.Date(${date}, ${clock}, time.Local)`);
}
