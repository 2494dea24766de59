import { ANY_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const CERTIFICATE_SIGNING_REQUEST: Strategy = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  names: () => ANY_NAMES,
};
