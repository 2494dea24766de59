import { CREATE_FLAGS } from '../../flags/common';

export const RULE_FLAGS = {
  verb: {
    type: 'stringSlice',
    option: 'same',
    usage: 'verbs to allow: get, list, watch, create, update, patch, delete, …',
  },
  resource: {
    type: 'stringSlice',
    option: 'same',
    usage: 'resources to allow, as RESOURCE, RESOURCE.GROUP or RESOURCE/SUBRESOURCE',
  },
  'resource-name': {
    type: 'stringArray',
    option: 'same',
    usage: 'names of the objects that the rule is limited to',
  },
} as const;

/** kubectl create role, 1.36. */
export const CREATE_ROLE_FLAGS = { ...RULE_FLAGS, ...CREATE_FLAGS } as const;
