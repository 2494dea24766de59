import type { ApiObject } from 'cdk8s';
import { userConstruct } from '../construct/user-construct';
import { errorTexts } from '../construct/with-source-lines';
import type { Finding } from '../validate/finding';

/** What a round of validation found in objects of other libraries, until it is cdk8s' turn to ask them. */
const pendingFindings = new WeakMap<ApiObject, readonly Finding[] | undefined>();

/**
 * Hands over what a round found in an object of another library, so that its construct reports it when
 * cdk8s validates it.
 */
export function reportInRound(object: ApiObject, findings: readonly Finding[]): void {
  if (!pendingFindings.has(object)) {
    userConstruct(object).node.addValidation({ validate: () => takeErrorTexts(object) });
  }
  pendingFindings.set(object, findings);
}

function takeErrorTexts(object: ApiObject): string[] {
  const findings = pendingFindings.get(object) ?? [];
  pendingFindings.set(object, undefined);
  return errorTexts(object, findings);
}
