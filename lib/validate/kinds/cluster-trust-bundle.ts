import { PATH_SEGMENT_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

/** Its name begins with the signer's, `example.com:ca:name`; only what every name must be is judged here. */
export const CLUSTER_TRUST_BUNDLE: Strategy = {
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'ClusterTrustBundle',
  names: () => PATH_SEGMENT_NAMES,
};
