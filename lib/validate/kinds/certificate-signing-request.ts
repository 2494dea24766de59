import { ANY_NAMES } from '../rules/names';
import type { CertificateSigningRequest } from '../schema/types';
import { certificateRules } from './shared/certificate-rules';
import type { Strategy } from './strategy';

export const CERTIFICATE_SIGNING_REQUEST: Strategy<CertificateSigningRequest> = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  names: () => ANY_NAMES,

  /** A server drops the status, and says who asks: PrepareForCreate, pkg/registry/certificates 1.36. */
  validate({ spec = {} }, at) {
    const { signingRequestOf, SIGNING_REQUEST, SIGNING_SUBJECT } = certificateRules();
    const subject = signingRequestOf(spec);
    at.field('spec').apply(SIGNING_REQUEST, subject);
    at.field('spec', 'request').apply(SIGNING_SUBJECT, subject);
  },
};
