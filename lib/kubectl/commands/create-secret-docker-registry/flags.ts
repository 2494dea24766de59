import { CREATE_FLAGS } from '../../flags/common';
import { HASH_FLAG } from '../../flags/keys';

/** kubectl create secret docker-registry, 1.36. */
export const CREATE_SECRET_DOCKER_REGISTRY_FLAGS = {
  'docker-server': {
    type: 'string',
    initial: 'https://index.docker.io/v1/',
    option: 'same',
    usage: 'address of the registry',
  },
  'docker-username': { type: 'string', option: 'same', usage: 'user name for the registry' },
  'docker-password': { type: 'string', option: 'same', usage: 'password for the registry' },
  'docker-email': { type: 'string', option: 'same', usage: 'email address for the registry' },
  'from-file': {
    type: 'stringSlice',
    values: 'file',
    option: 'same',
    usage: 'file with the complete configuration instead, as .dockerconfigjson=PATH',
  },
  ...HASH_FLAG,
  ...CREATE_FLAGS,
} as const;
