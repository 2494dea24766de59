import { dnsSubdomain } from '../../../apimachinery/dns';
import { qualifiedName } from '../../../apimachinery/labels';
import { byteLength } from '../../../apimachinery/messages';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { PodCertificateRequestSpec } from '../../schema/types';
import { judgeAnnotationSize } from '../metadata';
import { isKubernetesSigner, judgeSignerName } from '../signer-name';
import { judgeStub } from './pod-certificate-keys';

const UID_LIMIT = 128;
const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const SHORTEST = HOUR;
const NO_KEY = 'exactly one of (stubPKCS10Request) or (pkixPublicKey, proofOfPossession) must be set';

/** ValidatePodCertificateRequestCreate, pkg/apis/certificates/validation 1.37. */
export const POD_CERTIFICATE_REQUEST_SPEC = defineRule<Rule<PodCertificateRequestSpec>>({
  id: 'pod-certificate',
  stage: 'judge',
  mistake:
    'a PodCertificateRequest with a wrong signer, Pod, ServiceAccount, node, annotation or duration, or whose `stubPKCS10Request` is not a request signed with a strong key',
  suggestion: 'fix the part in the message; the kubelet creates these requests for Pods',
  judge(spec, at) {
    const { signerName = '', unverifiedUserAnnotations: annotations } = spec;
    judgeSignerName(signerName, at.field('signerName'));
    if (annotations) judgeUserAnnotations(annotations, at.field('unverifiedUserAnnotations'));
    for (const owner of ['pod', 'serviceAccount', 'node'] as const) {
      const name = spec[`${owner}Name`] ?? '';
      at.field(`${owner}Name`).invalidEach(name, dnsSubdomain(name));
      judgeUid(spec[`${owner}UID`] ?? '', at.field(`${owner}UID`));
    }
    judgeDuration(spec.maxExpirationSeconds!, signerName, at.field('maxExpirationSeconds'));
    const { stubPKCS10Request: stub } = spec;
    if (stub) return judgeStub(stub, at.field('stubPKCS10Request'));
    at.invalidWhole(NO_KEY, { suggestion: 'set stubPKCS10Request: v1 does not have the other two' });
  },
});

function judgeUid(uid: string, at: Field): void {
  if (!uid) at.invalid(uid, 'must not be empty');
  if (byteLength(uid) > UID_LIMIT) at.tooLong(UID_LIMIT);
}

function judgeDuration(seconds: number, signer: string, at: Field): void {
  const longest = isKubernetesSigner(signer) ? DAY : 91 * DAY;
  if (seconds < SHORTEST || seconds > longest) {
    at.invalid(seconds, `must be in the range [${SHORTEST}, ${longest}]`);
  }
}

/** ValidateUserAnnotations, pkg/apis/core/validation 1.37, and IsDomainPrefixedKey. */
function judgeUserAnnotations(annotations: { readonly [key: string]: string }, at: Field): void {
  at.sorted(() => {
    for (const key of Object.keys(annotations)) judgeKey(key.toLowerCase(), at.shownAt(at.key(key)));
  });
  judgeAnnotationSize(annotations, at);
}

function judgeKey(key: string, at: Field): void {
  if (!key) return at.required();
  const problems = qualifiedName(key, at.minor);
  const whole = key.includes('/') ? [] : ['must be a domain-prefixed key (such as "acme.io/foo")'];
  at.invalidEach(key, problems.length ? problems : whole);
}
