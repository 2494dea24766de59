import { SERVICE_FLAGS, TCP_FLAG } from '../create-service/flags';

/** kubectl create service externalname, 1.36. */
export const CREATE_SERVICE_EXTERNAL_NAME_FLAGS = {
  ...TCP_FLAG,
  'external-name': {
    type: 'string',
    required: true,
    option: 'same',
    usage: 'external DNS name',
  },
  ...SERVICE_FLAGS,
} as const;
