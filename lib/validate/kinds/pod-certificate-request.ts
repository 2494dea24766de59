import type { PodCertificateRequest } from '../schema/types';
import { certificateRules } from './shared/certificate-rules';
import type { Strategy } from './strategy';

const DAY = 24 * 60 * 60;

/** Whether the Pod, its ServiceAccount and its node exist, only a server knows, which asks kubelets alone. */
export const POD_CERTIFICATE_REQUEST: Strategy<PodCertificateRequest> = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'PodCertificateRequest',

  /** SetObjectDefaults_PodCertificateRequest, pkg/apis/certificates/v1 1.37. */
  applyDefaults(object) {
    const spec = (object.spec ??= {});
    spec.maxExpirationSeconds ??= DAY;
  },

  validate: ({ spec = {} }, at) =>
    at.field('spec').apply(certificateRules().POD_CERTIFICATE_REQUEST_SPEC, spec),
};
