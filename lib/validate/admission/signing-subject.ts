import { type DerElement, derElements } from '../../go/der';
import { pemBlocks } from '../../go/pem';
import { defineRule, type Rule } from '../rule';
import type { CertificateSigningRequestSpec } from '../schema/types';

const SIGNER = 'kubernetes.io/kube-apiserver-client';
const MASTERS = 'system:masters';
const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
/** 2.5.4.10, organizationName of X.520. */
const ORGANIZATION = Buffer.from([0x55, 0x04, 0x0a]);

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
  judge({ signerName, request = '' }, at) {
    if (signerName !== SIGNER || !organizationsOf(request).includes(MASTERS)) return;
    at.forbidLate(
      `use of ${SIGNER} signer with ${MASTERS} group is not allowed`,
      `make a request without the organization ${MASTERS}`,
    );
  },
});

/** The organizations in the subject of a PKCS#10 request (RFC 2986): a user's groups in Kubernetes. */
function organizationsOf(request: string): string[] {
  const [block] = pemBlocks(Buffer.from(request, 'base64').toString('latin1'));
  if (!block) return [];
  const [signed] = derElements(block.bytes);
  const [info] = partsOf(signed);
  const [, subject] = partsOf(info);
  const attributes = partsOf(subject).flatMap(({ content }) => derElements(content));
  return attributes.flatMap((attribute) => {
    const [type, value] = partsOf(attribute);
    const isOrganization = type?.tag === OBJECT_IDENTIFIER && type.content.equals(ORGANIZATION);
    return isOrganization && value ? [value.content.toString()] : [];
  });
}

const partsOf = (element: DerElement | undefined): DerElement[] =>
  element?.tag === SEQUENCE ? derElements(element.content) : [];
