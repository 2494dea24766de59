import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { CounterSet, DeviceCounterConsumption } from '../../schema/types';
import { isDeclared } from '../declared';
import { keyAt } from './maps';
import { judgeDeclaredKey, judgeDeclaredLabelName } from './names';

const COUNTERS_LIMIT = 32;
const KEY_LIMIT = 63;

/** validateCounterSet, 1.36. */
export const COUNTER_SET = defineRule<Rule<CounterSet>>({
  id: 'device-counters',
  stage: 'judge',
  mistake: 'a set of counters without a name or counters, with too many of them, or with malformed names',
  suggestion: 'use lowercase names, and at most 32 counters in a set',
  judge({ name = '', counters = {} }, at) {
    judgeSetName(name, at.field('name'));
    judgeCounters(counters, at.field('counters'));
  },
});

/** validateDeviceCounterConsumption, 1.36. */
export const COUNTER_CONSUMPTION: Rule<DeviceCounterConsumption> = {
  id: COUNTER_SET.id,
  judge({ counterSet = '', counters = {} }, at) {
    judgeSetName(counterSet, at.field('counterSet'));
    judgeCounters(counters, at.field('counters'));
  },
};

function judgeSetName(name: string, at: Field): void {
  if (name) judgeDeclaredLabelName(name, at);
  else at.required('', { suggestion: 'set the name of a set of counters' });
}

function judgeCounters(counters: object, at: Field): void {
  const names = Object.keys(counters);
  if (!names.length) return at.required('', { suggestion: 'add a counter' });
  const tooMany = names.length > COUNTERS_LIMIT;
  if (tooMany) at.tooMany(names.length, COUNTERS_LIMIT);
  if (tooMany && !isDeclared(at)) return;
  for (const name of names) judgeDeclaredKey(name, keyAt(name, KEY_LIMIT, at));
}
