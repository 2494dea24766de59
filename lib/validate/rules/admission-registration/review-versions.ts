import { dns1035Label } from '../../../apimachinery/dns';
import { strings } from '../../../go/format';
import { VALUE } from '../../field';
import { defineRule, type Rule } from '../../rule';

/** AcceptedAdmissionReviewVersions. */
const ACCEPTED = ['v1', 'v1beta1'];

/** validateAdmissionReviewVersions, pkg/apis/admissionregistration/validation 1.36. */
export const REVIEW_VERSIONS = defineRule<Rule<readonly string[]>>({
  id: 'webhook-review-versions',
  stage: 'judge',
  mistake: 'a webhook without a version of AdmissionReview that the server sends, or with a version twice',
  suggestion: 'set `admissionReviewVersions: [v1]`',
  judge(versions, at) {
    const hint = { suggestion: 'add v1' };
    if (!versions.length) return at.required(`must specify one of ${ACCEPTED.join(', ')}`, hint);
    const seen = new Set<string>();
    versions.forEach((version, index) => {
      const place = at.index(index);
      if (seen.has(version)) {
        return place.invalid(version, 'duplicate version', { repeats: VALUE, suggestion: 'remove it' });
      }
      seen.add(version);
      return place.invalidEach(version, dns1035Label(version));
    });
    if (!versions.some((version) => ACCEPTED.includes(version))) {
      at.invalid(strings(versions), `must include at least one of ${ACCEPTED.join(', ')}`, hint);
    }
  },
});
