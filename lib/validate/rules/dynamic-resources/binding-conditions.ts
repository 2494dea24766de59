import { strings } from '../../../go/format';
import { qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Device } from '../../schema/types';
import { judgeList, judgeUnique } from './lists';

const LIMIT = 4;

/** validateDeviceBindingParameters, 1.36. */
export const BINDING_CONDITIONS = defineRule<Rule<Device>>({
  id: 'device-binding-conditions',
  stage: 'judge',
  mistake: 'binding conditions of a device that are malformed or repeated, or without failure conditions',
  suggestion: 'list up to four conditions in each of `bindingConditions` and `bindingFailureConditions`',
  judge({ bindingConditions, bindingFailureConditions }, at) {
    const [success, failure] = [bindingConditions ?? [], bindingFailureConditions ?? []];
    const [ofSuccess, ofFailure] = [at.field('bindingConditions'), at.field('bindingFailureConditions')];
    judgeList(success, LIMIT, ofSuccess, judgeCondition);
    judgeList(failure, LIMIT, ofFailure, judgeCondition);
    judgeUnique(success, {}, ofSuccess);
    judgeUnique(failure, {}, ofFailure);
    failure.forEach((condition, index) => {
      if (!success.includes(condition)) return;
      const text = 'bindingFailureConditions must not overlap with bindingConditions';
      ofFailure.index(index).invalid(condition, text);
    });
    if (!success.length && failure.length) {
      ofSuccess.invalid(
        shown(bindingConditions),
        'bindingConditions are required to use bindingFailureConditions',
      );
    }
    if (!failure.length && success.length) {
      ofFailure.invalid(
        shown(bindingFailureConditions),
        'bindingFailureConditions are required to use bindingConditions',
      );
    }
  },
});

const judgeCondition = (condition: string, at: Field) =>
  at.invalidEach(condition, qualifiedName(condition, at.minor));

const shown = (conditions: readonly string[] | undefined) => conditions && strings(conditions);
