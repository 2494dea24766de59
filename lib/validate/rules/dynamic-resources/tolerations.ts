import { named } from '../../../go/value';
import { labelValue, qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { DeviceTaint, DeviceToleration } from '../../schema/types';
import { isDeclared } from '../declared';
import { judgeList } from './lists';

/** Sorted, as servers show them. */
const EFFECTS = ['NoExecute', 'NoSchedule', 'None'];
const OPERATORS = ['Equal', 'Exists'];

/** validateDeviceTaint, 1.36. */
export const DEVICE_TAINT = defineRule<Rule<DeviceTaint>>({
  id: 'device-taint',
  stage: 'judge',
  mistake: 'a taint of devices with a malformed key or value, or without a known effect, or too many of them',
  suggestion: 'set a label key and one of the effects `NoExecute`, `NoSchedule` and `None`',
  judge(taint, at) {
    const { key = '', value = '' } = taint;
    at.field('key').invalidEach(key, qualifiedName(key, at.minor));
    at.field('value').invalidEach(value, labelValue(value, at.minor));
    judgeTaintEffect(taint, at.field('effect'));
  },
});

/** The part of it that the API's tags judge since 1.37. */
function judgeTaintEffect({ effect }: DeviceTaint, at: Field): void {
  if (effect) judgeEffect(effect, at);
  else at.required('', { suggestion: 'use NoSchedule, NoExecute or None' });
}

const TAINTS_LIMIT = 16;

/** The taints of a device. If there are too many, the API's tags still judge each. */
export const DEVICE_TAINTS: Rule<readonly DeviceTaint[]> = {
  id: DEVICE_TAINT.id,
  judge(taints, at) {
    const few = judgeList(taints, TAINTS_LIMIT, at, (taint, place) => DEVICE_TAINT.judge(taint, place));
    if (few || !isDeclared(at)) return;
    taints.forEach((taint, index) => judgeTaintEffect(taint, at.index(index).field('effect')));
  },
};

/** validateDeviceToleration, 1.36. */
export const DEVICE_TOLERATION = defineRule<Rule<DeviceToleration>>({
  id: 'device-toleration',
  stage: 'judge',
  mistake: 'a toleration of device taints with a malformed key or value, or an unknown operator or effect',
  suggestion: 'use the operator `Exists` without a value, or `Equal` with the value of the taint',
  judge(toleration, at) {
    judgeToleratedTaint(toleration, at);
    judgeToleratedValue(toleration, at.field('value'));
  },
});

/** The part of it that the API's tags judge since 1.37. */
export function judgeToleratedTaint({ key, operator = '', effect }: DeviceToleration, at: Field): void {
  if (key) at.field('key').invalidEach(key, qualifiedName(key, at.minor));
  if (!OPERATORS.includes(operator)) at.field('operator').notSupported(named(operator), OPERATORS);
  if (effect) judgeEffect(effect, at.field('effect'));
}

function judgeToleratedValue({ operator, value = '' }: DeviceToleration, at: Field): void {
  if (operator === 'Equal') at.invalidEach(value, labelValue(value, at.minor));
  else if (operator === 'Exists' && value) at.invalid(value, 'must be empty for operator `Exists`');
}

function judgeEffect(effect: string, at: Field): void {
  if (!EFFECTS.includes(effect)) at.notSupported(named(effect), EFFECTS);
}
