export { POD_CERTIFICATE_REQUEST_SPEC } from './pod-certificate-request';
export { SIGNING_REQUEST } from './signing-request';
export { TRUST_BUNDLE_CERTIFICATES } from './trust-bundle';
export { SIGNING_SUBJECT } from './signing-subject';
