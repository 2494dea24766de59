import { regexpProblem } from '../../../go/regexp';
import type { Field } from '../../field';

/** A pattern has to be a regular expression of Go's. */
export function judgePattern(pattern: string | undefined, at: Field): void {
  if (!pattern) return;
  const problem = regexpProblem(pattern);
  if (problem !== undefined) {
    at.invalid(pattern, `must be a valid regular expression, but isn't: ${problem}`, {
      suggestion: 'use the syntax of RE2: it has neither lookaround nor backreferences',
    });
  }
}
