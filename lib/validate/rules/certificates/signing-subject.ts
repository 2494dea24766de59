import { defineRule, type Rule } from '../../rule';
import type { SigningRequestSubject } from './request';

const SIGNER = 'kubernetes.io/kube-apiserver-client';
const MASTERS = 'system:masters';

/**
 * The CertificateSubjectRestriction admission plugin, on by default:
 * plugin/pkg/admission/certificates/subjectrestriction, 1.30 to 1.37. It looks at a request that is valid.
 */
export const SIGNING_SUBJECT = defineRule<Rule<SigningRequestSubject>>({
  id: 'signing-subject',
  stage: 'admit',
  mistake:
    'a CertificateSigningRequest to `kubernetes.io/kube-apiserver-client` for the group `system:masters`',
  suggestion:
    'leave `system:masters` out of the organizations of the request, and bind a ClusterRole to another group',
  judge({ spec: { signerName }, request }, at) {
    if (signerName !== SIGNER || !request || 'problem' in request) return;
    if (!request.value.organizations.includes(MASTERS)) return;
    at.forbidLate(
      `use of ${SIGNER} signer with ${MASTERS} group is not allowed`,
      `make a request without the organization ${MASTERS}`,
    );
  },
});
