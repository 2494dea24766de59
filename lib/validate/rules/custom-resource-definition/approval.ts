import { parseRequestUrl, STRICT_COLONS } from '../../../go/url';
import { defineRule, type Rule } from '../../rule';
import type { CustomResourceDefinition } from '../../schema/types';

const ANNOTATION = 'api-approved.kubernetes.io';
const SEE = 'see https://github.com/kubernetes/enhancements/pull/1111';
const NEEDED = `protected groups must have approval annotation "${ANNOTATION}"`;

/** validateAPIApproval, pkg/apis/apiextensions/validation, and GetAPIApprovalState 1.30 to 1.37. */
export const APPROVAL = defineRule<Rule<CustomResourceDefinition>>({
  id: 'crd-approval',
  stage: 'judge',
  mistake: 'a group of the Kubernetes project without the annotation that says who has approved it',
  suggestion:
    'use a group of your own, or set the annotation to a URL or to a text that begins with "unapproved"',
  judge({ metadata = {}, spec: { group = '' } = {} }, at) {
    if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
    const approval = metadata.annotations?.[ANNOTATION] ?? '';
    const place = at.field('metadata', 'annotations').key(ANNOTATION);
    if (!approval) {
      place.required(`${NEEDED}, ${SEE}`, { suggestion: APPROVAL.suggestion });
    } else if (!approval.startsWith('unapproved') && !isAbsolute(approval, at.minor)) {
      place.invalid(approval, `${NEEDED} with either a URL or a reason starting with "unapproved", ${SEE}`);
    }
  },
});

function isAbsolute(text: string, minor: number): boolean {
  const url = parseRequestUrl(text, minor >= STRICT_COLONS);
  return typeof url !== 'string' && url.scheme !== '' && url.host !== '';
}
