import { CREATE_FLAGS } from '../../flags/common';

export const SUBJECT_FLAGS = {
  user: { type: 'stringArray', option: 'same', usage: 'users to bind to the role' },
  group: { type: 'stringArray', option: 'same', usage: 'groups to bind to the role' },
  serviceaccount: {
    type: 'stringArray',
    option: 'same',
    usage: 'service accounts to bind to the role, as NAMESPACE:NAME',
  },
} as const;

/** kubectl create rolebinding, 1.36. */
export const CREATE_ROLE_BINDING_FLAGS = {
  clusterrole: { type: 'string', option: 'same', usage: 'ClusterRole to bind' },
  role: { type: 'string', option: 'same', usage: 'Role to bind' },
  ...SUBJECT_FLAGS,
  ...CREATE_FLAGS,
} as const;
