import { CREATE_FLAGS } from './common';

const RULE_FLAGS = {
  verb: {
    type: 'stringSlice',
    option: 'same',
    usage: 'what is allowed: get, list, watch, create, update, patch, delete, …',
  },
  resource: {
    type: 'stringSlice',
    option: 'same',
    usage: 'what it is allowed with: RESOURCE, RESOURCE.GROUP or RESOURCE/SUBRESOURCE',
  },
  'resource-name': {
    type: 'stringArray',
    option: 'same',
    usage: 'names of the only objects that it is allowed with',
  },
} as const;

/** kubectl create role, 1.36. */
export const CREATE_ROLE_FLAGS = { ...RULE_FLAGS, ...CREATE_FLAGS } as const;

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

const SUBJECT_FLAGS = {
  user: { type: 'stringArray', option: 'same', usage: 'users who get the role' },
  group: { type: 'stringArray', option: 'same', usage: 'groups that get the role' },
  serviceaccount: {
    type: 'stringArray',
    option: 'same',
    usage: 'service accounts that get the role, as NAMESPACE:NAME',
  },
} as const;

/** kubectl create clusterrolebinding, 1.36. */
export const CREATE_CLUSTER_ROLE_BINDING_FLAGS = {
  clusterrole: { type: 'string', required: true, option: 'same', usage: 'ClusterRole that is given' },
  ...SUBJECT_FLAGS,
  ...CREATE_FLAGS,
} as const;

/** kubectl create rolebinding, 1.36. */
export const CREATE_ROLE_BINDING_FLAGS = {
  clusterrole: { type: 'string', option: 'same', usage: 'ClusterRole that is given' },
  role: { type: 'string', option: 'same', usage: 'Role that is given' },
  ...SUBJECT_FLAGS,
  ...CREATE_FLAGS,
} as const;
