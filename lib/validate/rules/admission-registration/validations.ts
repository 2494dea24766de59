import { trimSpace } from '../../../go/space';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Validation } from '../../schema/types';
import { judgeExpression } from './expressions';
import { judgeWord } from './words';

const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];

/** validateValidation, pkg/apis/admissionregistration/validation 1.36, without compiling. */
export const POLICY_VALIDATIONS = defineRule<Rule<readonly Validation[]>>({
  id: 'admission-validations',
  stage: 'judge',
  mistake:
    'a validation without an expression, with a blank message or line breaks in it, or an unknown reason',
  suggestion: 'set `expression`, and a `message` of one line',
  judge: (validations, at) =>
    validations.forEach((validation, index) => judgeValidation(validation, at.index(index))),
});

function judgeValidation(
  { expression, messageExpression = '', message, reason }: Validation,
  at: Field,
): void {
  judgeExpression(expression, at.field('expression'), 'expression is not specified');
  const text = at.field('messageExpression');
  if (trimSpace(messageExpression)) text.notCompiled();
  else if (messageExpression) text.invalid(messageExpression, 'must be non-empty if specified', REMOVE);
  judgeMessage(message ?? '', at.field('message'));
  judgeWord(reason, REASONS, at.field('reason'));
}

const REMOVE = { suggestion: 'remove it' };

function judgeMessage(message: string, at: Field): void {
  const trimmed = trimSpace(message);
  const subject = at.minor >= 34 ? '' : 'message ';
  if (message && !trimmed) {
    at.invalid(message, `${subject}must be non-empty if specified`, REMOVE);
  } else if (/[\n\r]/.test(trimmed)) {
    at.invalid(message, `${subject}must not contain line breaks`, { suggestion: 'write it in one line' });
  }
}
