export { POD_CERTIFICATE_REQUEST_SPEC } from './pod-certificate-request';
export { signingRequestOf } from './request';
export { SIGNING_REQUEST } from './signing-request';
export { SIGNING_SUBJECT } from './signing-subject';
export { TRUST_BUNDLE_CERTIFICATES } from './trust-bundle';
