import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';

interface Unevaluated {
  /** The expression. */
  readonly text: string;
  readonly why: string;
}

/** An expression of which only a server knows whether it is met. */
export const UNEVALUATED = defineRule<Rule<Unevaluated>>({
  id: 'cel-not-evaluated',
  stage: 'judge',
  level: 'warning',
  mistake: 'a CEL expression that cannot be evaluated offline, so that the verdict is not complete',
  suggestion: 'validate the manifest with a server: `kubectl create --dry-run=server`',
  judge({ text, why }: Unevaluated, at: Field) {
    at.notEvaluated(`the expression ${JSON.stringify(text)} is not evaluated: ${why}`);
  },
});
