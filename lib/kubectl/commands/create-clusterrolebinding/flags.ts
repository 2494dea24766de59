import { CREATE_FLAGS } from '../../flags/common';
import { SUBJECT_FLAGS } from '../create-rolebinding/flags';

/** kubectl create clusterrolebinding, 1.36. */
export const CREATE_CLUSTER_ROLE_BINDING_FLAGS = {
  clusterrole: { type: 'string', required: true, option: 'same', usage: 'ClusterRole to bind' },
  ...SUBJECT_FLAGS,
  ...CREATE_FLAGS,
} as const;
