import type { Field } from '../../field';
import { goString, goStruct } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec, Toleration } from '../../schema/types';
import { labelValue, qualifiedName } from '../../../apimachinery/labels';

/** Taints that a Pod bears: ValidateTolerations, 1.36. */
export const TOLERATIONS = defineRule<Rule<PodSpec>>({
  id: 'pod-tolerations',
  stage: 'judge',
  mistake: 'a toleration with an unknown effect or operator, or with conflicting parts',
  suggestion: 'fix the part in the message',
  field: 'tolerations',
  judge({ tolerations }, at) {
    if (tolerations) judgeTolerations(tolerations, at.field('tolerations'));
  },
});

export function judgeTolerations(tolerations: readonly Toleration[], at: Field): void {
  tolerations.forEach((toleration, index) => judgeToleration(toleration, at.index(index)));
}

export const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function judgeToleration(toleration: Toleration, at: Field): void {
  const { key = '', operator = '', effect = '', tolerationSeconds } = toleration;
  if (key) {
    at.field('key').invalidEach(key, qualifiedName(key, at.minor));
  } else if (operator !== 'Exists') {
    at.field('operator').invalid(
      goString(operator),
      'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      KEYLESS,
    );
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    at.field('effect').invalid(
      goString(effect),
      "effect must be 'NoExecute' when `tolerationSeconds` is set",
      { suggestion: 'use NoExecute, or remove tolerationSeconds' },
    );
  }
  judgeOperator(toleration, at.field('operator'));
  if (effect && !EFFECTS.includes(effect)) at.field('effect').notSupported(effect, EFFECTS);
}

const KEYLESS = { suggestion: 'set key, or operator: Exists' };

/** What the operator allows as a value; the server names the operator. Lt and Gt need a gate that is off. */
function judgeOperator(toleration: Toleration, at: Field): void {
  const { operator = '', value = '' } = toleration;
  if (operator === 'Equal' || operator === '') {
    const messages = labelValue(value, at.minor);
    if (messages.length) at.shownAt(at.sibling('value')).invalid(value, messages.join(';'));
  } else if (operator !== 'Exists') {
    at.notSupported(
      operator,
      at.minor >= 35 && (operator === 'Lt' || operator === 'Gt') ? OPERATORS_BEHIND_GATE : OPERATORS,
    );
  } else if (value) {
    at.shownAt(at.sibling('value')).invalid(
      at.minor >= 32 ? value : goToleration(toleration),
      "value must be empty when `operator` is 'Exists'",
      { suggestion: 'remove value' },
    );
  }
}

const OPERATORS = ['Equal', 'Exists'];
const OPERATORS_BEHIND_GATE = [...OPERATORS, 'Lt', 'Gt'];

/** As messages show it. */
export const goToleration = ({
  key = '',
  operator = '',
  value = '',
  effect = '',
  tolerationSeconds,
}: Toleration) =>
  goStruct('core.Toleration', [
    ['Key', '', key],
    ['Operator', '', operator],
    ['Value', '', value],
    ['Effect', '', effect],
    ['TolerationSeconds', '*int64', tolerationSeconds],
  ]);
