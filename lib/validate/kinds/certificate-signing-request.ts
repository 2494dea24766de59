import { SIGNING_SUBJECT } from '../admission/signing-subject';
import { SIGNING_REQUEST } from '../rules/authorization/signing-request';
import { ANY_NAMES } from '../rules/names';
import type { CertificateSigningRequest } from '../schema/types';
import type { Strategy } from './strategy';

export const CERTIFICATE_SIGNING_REQUEST: Strategy<CertificateSigningRequest> = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  names: () => ANY_NAMES,

  /** A server drops the status, and says who asks: PrepareForCreate, pkg/registry/certificates 1.36. */
  validate({ spec = {} }, at) {
    at.field('spec').apply(SIGNING_REQUEST, spec);
    at.field('spec', 'request').apply(SIGNING_SUBJECT, spec);
  },
};
