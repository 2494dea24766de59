import type { JsonObject } from '../../../go/object';
import { KubectlError } from '../../errors';
import type { CREATE_POD_DISRUPTION_BUDGET_FLAGS } from './flags';
import { intOrString } from '../../../apimachinery/int-or-string';
import { struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { parseToLabelSelector } from '../../flag-values/label-selector';
import type { GeneratorInput } from '../generator-input';

const AMOUNT = /^[0-9]+%?$/;

/** kubectl create poddisruptionbudget. */
export function generate({
  name,
  values,
  namespace,
  minor,
}: GeneratorInput<typeof CREATE_POD_DISRUPTION_BUDGET_FLAGS>): JsonObject {
  const { selector, 'min-available': minimum, 'max-unavailable': maximum } = values;
  check(name, selector, minimum, maximum);
  return {
    kind: 'PodDisruptionBudget',
    apiVersion: 'policy/v1',
    metadata: objectMeta({ name, namespace }, minor),
    spec: struct({
      minAvailable: minimum ? intOrString(minimum) : undefined,
      selector: parseToLabelSelector(selector, minor),
      maxUnavailable: maximum ? intOrString(maximum) : undefined,
    }),
    status: { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 },
  };
}

function check(name: string, selector: string, minimum: string, maximum: string): void {
  if (!name) throw new KubectlError('name must be specified');
  if (!selector) throw new KubectlError('a selector must be specified');
  if (!minimum && !maximum) {
    throw new KubectlError('one of min-available or max-unavailable must be specified');
  }
  if (minimum && maximum) {
    throw new KubectlError('min-available and max-unavailable cannot be both specified');
  }
  if (!AMOUNT.test(minimum || maximum)) {
    throw new KubectlError(`invalid format specified for ${minimum ? 'min-available' : 'max-unavailable'}`);
  }
}
