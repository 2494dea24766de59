import { CREATE_FLAGS } from '../../flags/common';

export const SUBJECT_FLAGS = {
  user: { type: 'stringArray', option: 'same', usage: 'users who get the role' },
  group: { type: 'stringArray', option: 'same', usage: 'groups that get the role' },
  serviceaccount: {
    type: 'stringArray',
    option: 'same',
    usage: 'service accounts that get the role, as NAMESPACE:NAME',
  },
} as const;

/** kubectl create rolebinding, 1.36. */
export const CREATE_ROLE_BINDING_FLAGS = {
  clusterrole: { type: 'string', option: 'same', usage: 'ClusterRole that is given' },
  role: { type: 'string', option: 'same', usage: 'Role that is given' },
  ...SUBJECT_FLAGS,
  ...CREATE_FLAGS,
} as const;
