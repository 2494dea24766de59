import { CREATE_FLAGS } from '../../flags/common';

/** kubectl create quota, 1.36. */
export const CREATE_QUOTA_FLAGS = {
  hard: { type: 'string', option: 'joinedPairs', usage: 'limits, as RESOURCE=QUANTITY,…' },
  scopes: {
    type: 'string',
    option: 'joined',
    usage: 'scopes that an object must match, separated by commas',
  },
  ...CREATE_FLAGS,
} as const;
