import { byteLength } from '../../../apimachinery/messages';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { DeviceSelector } from '../../schema/types';
import { judgeList } from './lists';

export const SELECTORS_LIMIT = 32;
const EXPRESSION_LIMIT = 10 * 1024;

/** validateSelectorSlice, 1.36. */
export const DEVICE_SELECTORS = defineRule<Rule<readonly DeviceSelector[]>>({
  id: 'device-selector',
  stage: 'judge',
  mistake: 'a selector of devices without an expression, with one that is too long, or too many selectors',
  suggestion: 'select devices with one CEL expression each, such as `device.driver == "gpu.example.com"`',
  judge: (selectors, at) => void judgeList(selectors, SELECTORS_LIMIT, at, judgeSelector),
});

function judgeSelector({ cel }: DeviceSelector, at: Field): void {
  if (cel) judgeExpression(cel.expression ?? '', at.field('cel', 'expression'));
  else at.field('cel').required('', { suggestion: 'set cel.expression' });
}

/** validateCELSelector, 1.36. */
function judgeExpression(expression: string, at: Field): void {
  if (byteLength(expression) > EXPRESSION_LIMIT) at.tooLong(EXPRESSION_LIMIT);
  else judgeUncompiled(expression, at);
}

const EXPECTED =
  "'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER";

/** What is known of an expression that is not compiled: that there is one. */
function judgeUncompiled(expression: string, at: Field): void {
  if (expression) {
    at.notCompiled();
    return;
  }
  const error = `ERROR: <input>:1:0: Syntax error: mismatched input '<EOF>' expecting {${EXPECTED}}`;
  at.invalid('', `compilation failed: ${error}`, { suggestion: 'write a CEL expression' });
}
