import { CREATE_FLAGS } from '../../flags/common';
import { RULE_FLAGS } from '../create-role/flags';

/** kubectl create clusterrole, 1.36. */
export const CREATE_CLUSTER_ROLE_FLAGS = {
  ...RULE_FLAGS,
  'non-resource-url': {
    type: 'stringSlice',
    option: 'same',
    usage: 'paths of a server that it is allowed with',
  },
  'aggregation-rule': {
    type: 'mapStringString',
    option: 'map',
    usage: 'labels of the ClusterRoles that it is made of, instead',
  },
  ...CREATE_FLAGS,
} as const;
