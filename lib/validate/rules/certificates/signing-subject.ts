import { pemBlocks } from '../../../go/pem';
import { parseCertificateRequest } from '../../../go/x509/certificate-request';
import { defineRule, type Rule } from '../../rule';
import type { CertificateSigningRequestSpec } from '../../schema/types';
import { attempt, bytesOf } from './bytes';

const SIGNER = 'kubernetes.io/kube-apiserver-client';
const MASTERS = 'system:masters';

/**
 * The CertificateSubjectRestriction admission plugin, on by default:
 * plugin/pkg/admission/certificates/subjectrestriction, 1.30 to 1.37. It looks at a request that is valid.
 */
export const SIGNING_SUBJECT = defineRule<Rule<CertificateSigningRequestSpec>>({
  id: 'signing-subject',
  stage: 'admit',
  mistake:
    'a CertificateSigningRequest to `kubernetes.io/kube-apiserver-client` for the group `system:masters`',
  suggestion:
    'leave `system:masters` out of the organizations of the request, and bind a ClusterRole to another group',
  judge({ signerName, request }, at) {
    if (signerName !== SIGNER || !organizationsOf(request).includes(MASTERS)) return;
    at.forbidLate(
      `use of ${SIGNER} signer with ${MASTERS} group is not allowed`,
      `make a request without the organization ${MASTERS}`,
    );
  },
});

function organizationsOf(request: string | undefined): readonly string[] {
  const [block] = pemBlocks(bytesOf(request).toString('latin1'));
  const read = attempt(() => (block ? parseCertificateRequest(block.bytes).organizations : []));
  return 'value' in read ? read.value : [];
}
