import { RECORD_FLAG } from '../../flags/common';
import { SELECTOR_FLAG } from '../../flags/change';
import { CONTAINERS_FLAG, SET_FLAGS } from '../set/flags';

/** kubectl set resources, 1.36. */
export const SET_RESOURCES_FLAGS = {
  ...SET_FLAGS,
  ...RECORD_FLAG,
  ...SELECTOR_FLAG,
  ...CONTAINERS_FLAG,
  limits: {
    type: 'string',
    option: 'joinedPairs',
    usage: 'limits of the containers, such as cpu=1,memory=1Gi',
  },
  requests: {
    type: 'string',
    option: 'joinedPairs',
    usage: 'requests of the containers, such as cpu=100m,memory=256Mi',
  },
} as const;
