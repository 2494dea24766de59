import { asPrefix, dnsSubdomain } from '../../apimachinery/dns';
import { nameRules } from '../rules/names';
import type { ClusterTrustBundle } from '../schema/types';
import { certificateRules } from './shared/certificate-rules';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CLUSTER_TRUST_BUNDLE: Strategy<ClusterTrustBundle> = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'ClusterTrustBundle',
  names: (_, { spec = {} }) => namesFor(spec.signerName),
  applyDefaults: NO_DEFAULTS,

  validate: ({ spec = {} }, at) => at.field('spec').apply(certificateRules().TRUST_BUNDLE_CERTIFICATES, spec),
};

/** ValidateClusterTrustBundleName, pkg/apis/core/validation 1.37: the name begins with the signer's. */
function namesFor(signer = '') {
  const start = signer && `${signer.replaceAll('/', ':')}:`;
  const judge = (name: string, rest: (text: string) => string): readonly string[] => {
    if (!signer && name.includes(':')) {
      return ['ClusterTrustBundle without signer name must not have ":" in its name'];
    }
    if (!name.startsWith(start)) {
      return [`ClusterTrustBundle for signerName ${signer} must be named with prefix ${start}`];
    }
    return dnsSubdomain(rest(name.slice(start.length)));
  };
  return nameRules((name) => judge(name, (text) => text), { prefix: (text) => judge(text, asPrefix) });
}
