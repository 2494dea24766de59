import { ANY_NAMES } from '../rules/names';
import type { CertificateSigningRequest } from '../schema/types';
import { certificateRules } from './shared/certificate-rules';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CERTIFICATE_SIGNING_REQUEST: Strategy<CertificateSigningRequest> = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  names: () => ANY_NAMES,

  applyDefaults: NO_DEFAULTS,

  validate({ spec = {} }, at) {
    const { signingRequestOf, SIGNING_REQUEST, SIGNING_SUBJECT } = certificateRules();
    const subject = signingRequestOf(spec);
    at.field('spec').apply(SIGNING_REQUEST, subject);
    at.field('spec', 'request').apply(SIGNING_SUBJECT, subject);
  },

  /** A server writes who sends the request: PrepareForCreate, pkg/registry/certificates 1.30 to 1.37. */
  complete({ spec }) {
    if (spec) for (const field of ['username', 'uid', 'groups', 'extra'] as const) delete spec[field];
  },
};
