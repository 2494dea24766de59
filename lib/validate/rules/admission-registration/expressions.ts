import { trimSpace } from '../../../go/space';
import type { Field } from '../../field';

/** An expression that must be there: it is not compiled. */
export function judgeExpression(text: string | undefined, at: Field, missing?: string): void {
  if (trimSpace(text ?? '')) at.notCompiled();
  else at.required(missing);
}
