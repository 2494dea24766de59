import { KubectlError } from '../../errors';
import type { LabelExpression, LabelSelector } from '../../flag-values/label-selector';
import type { JsonObject } from '../../../go/object';
import type { TypedManifest } from '../../manifests/typed';

/** Sets the selector of a Service (updateSelectorForObject, kubectl 1.36). */
export function setSelector(
  { struct, object }: TypedManifest,
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
): void {
  if (struct !== 'core.v1.Service') {
    throw new KubectlError('setting a selector is only supported for Services');
  }
  if (matchExpressions.length) {
    throw new KubectlError(
      `match expression [${matchExpressions.map(goText).join(' ')}] not supported on this object`,
    );
  }
  object.spec = { ...(object.spec as JsonObject | undefined), selector: matchLabels };
}

/** As Go prints one. */
const goText = ({ key, operator, values = [] }: LabelExpression) =>
  `{${key} ${operator} [${values.join(' ')}]}`;
