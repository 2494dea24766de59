import type { ApiObject } from 'cdk8s';
import { blamed } from '../construct/blamed';
import { errorTexts } from '../construct/sourced';
import type { Finding } from '../validate/finding';

/** What a round of validation found in objects of other libraries, until it is cdk8s' turn to ask them. */
const found = new WeakMap<ApiObject, readonly Finding[] | undefined>();

/**
 * Hands over what a round found in an object of another library, so that its construct tells of it in its
 * turn.
 */
export function foundInRound(object: ApiObject, findings: readonly Finding[]): void {
  if (!found.has(object)) blamed(object).node.addValidation({ validate: () => taken(object) });
  found.set(object, findings);
}

function taken(object: ApiObject): string[] {
  const findings = found.get(object) ?? [];
  found.set(object, undefined);
  return errorTexts(object, findings);
}
