import { goString, goStruct } from '../../../go/format';
import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec, Toleration } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { labelValue, qualifiedName } from '../../../apimachinery/labels';

/** Taints that a Pod bears: ValidateTolerations, 1.36. */
export const TOLERATIONS = defineRule<Rule<PodSpec>>({
  id: 'pod-tolerations',
  stage: 'judge',
  mistake: 'a toleration with an unknown effect or operator, or with conflicting parts',
  suggestion: 'fix the part in the message',
  field: 'tolerations',
  judge({ tolerations }, path, verdict) {
    if (tolerations) judgeTolerations(tolerations, path.field('tolerations'), verdict);
  },
});

export function judgeTolerations(
  tolerations: readonly Toleration[],
  path: FieldPath,
  verdict: Verdict,
): void {
  tolerations.forEach((toleration, index) => judgeToleration(toleration, path.index(index), verdict));
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function judgeToleration(toleration: Toleration, path: FieldPath, verdict: Verdict): void {
  const { key = '', operator = '', effect = '', tolerationSeconds } = toleration;
  if (key) {
    verdict.invalidEach(path.field('key'), key, qualifiedName(key, verdict.minor));
  } else if (operator !== 'Exists') {
    verdict.invalid(
      path.field('operator'),
      goString(operator),
      'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      KEYLESS,
    );
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    verdict.invalid(
      path.field('effect'),
      goString(effect),
      "effect must be 'NoExecute' when `tolerationSeconds` is set",
      { suggestion: 'use NoExecute, or remove tolerationSeconds' },
    );
  }
  judgeOperator(toleration, path.field('operator'), path.field('value'), verdict);
  if (effect && !EFFECTS.includes(effect)) verdict.notSupported(path.field('effect'), effect, EFFECTS);
}

const KEYLESS = { suggestion: 'set key, or operator: Exists' };

/** What the operator allows as a value; the server names the operator. Lt and Gt need a gate that is off. */
function judgeOperator(toleration: Toleration, path: FieldPath, place: FieldPath, verdict: Verdict): void {
  const { operator = '', value = '' } = toleration;
  if (operator === 'Equal' || operator === '') {
    const messages = labelValue(value, verdict.minor);
    if (messages.length) verdict.invalid(path, value, messages.join(';'), { at: place });
  } else if (operator !== 'Exists') {
    verdict.notSupported(
      path,
      operator,
      verdict.minor >= 35 && (operator === 'Lt' || operator === 'Gt') ? OPERATORS_BEHIND_GATE : OPERATORS,
    );
  } else if (value) {
    verdict.invalid(
      path,
      verdict.minor >= 32 ? value : goToleration(toleration),
      "value must be empty when `operator` is 'Exists'",
      { at: place, suggestion: 'remove value' },
    );
  }
}

const OPERATORS = ['Equal', 'Exists'];
const OPERATORS_BEHIND_GATE = [...OPERATORS, 'Lt', 'Gt'];

/** As 1.30 and 1.31 show it. */
const goToleration = ({ key = '', operator = '', value = '', effect = '', tolerationSeconds }: Toleration) =>
  goStruct('core.Toleration', [
    ['Key', '', key],
    ['Operator', '', operator],
    ['Value', '', value],
    ['Effect', '', effect],
    ['TolerationSeconds', '*int64', tolerationSeconds],
  ]);
