import { CREATE_FLAGS } from '../../flags/common';
import { RULE_FLAGS } from '../create-role/flags';

/** kubectl create clusterrole, 1.36. */
export const CREATE_CLUSTER_ROLE_FLAGS = {
  ...RULE_FLAGS,
  'non-resource-url': {
    type: 'stringSlice',
    option: 'same',
    usage: 'non-resource URLs to allow',
  },
  'aggregation-rule': {
    type: 'mapStringString',
    option: 'map',
    usage: 'label selector of the ClusterRoles to aggregate instead',
  },
  ...CREATE_FLAGS,
} as const;
