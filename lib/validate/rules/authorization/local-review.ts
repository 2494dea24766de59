import { dnsLabel } from '../../../apimachinery/dns';
import { defineRule, type Rule } from '../../rule';
import type { LocalSubjectAccessReview } from '../../schema/types';
import { shownUrl } from './access-review';

/**
 * What a LocalSubjectAccessReview is about: ValidateLocalSubjectAccessReview,
 * pkg/apis/authorization/validation 1.30 to 1.37. If the manifest names no namespace, that of the request
 * decides, which is `default` unless the user asks for another.
 */
export const LOCAL_REVIEW = defineRule<Rule<LocalSubjectAccessReview>>({
  id: 'local-access-review',
  stage: 'judge',
  mistake: 'a LocalSubjectAccessReview about a URL, or about another namespace than its own',
  suggestion: 'set `resourceAttributes.namespace` to `metadata.namespace`, or use a SubjectAccessReview',
  judge({ metadata = {}, spec = {} }, at) {
    const { resourceAttributes: resource, nonResourceAttributes: url } = spec;
    const namespace = metadata.namespace || 'default';
    const asked = resource?.namespace ?? '';
    if (resource && asked !== namespace) {
      const isMissing = !metadata.namespace && asked && !dnsLabel(asked).length;
      at.field('spec', 'resourceAttributes', 'namespace').invalid(asked, 'must match metadata.namespace', {
        suggestion: isMissing ? `set metadata.namespace to "${asked}"` : `use "${namespace}"`,
      });
    }
    if (url) {
      at.field('spec', 'nonResourceAttributes').invalid(shownUrl(url), 'disallowed on this kind of request', {
        suggestion: 'use a SubjectAccessReview for URLs',
      });
    }
  },
});
