import { CREATE_FLAGS } from './common';
import { KEY_FLAGS } from './create-config-map';

/** kubectl create secret generic, 1.36. */
export const CREATE_SECRET_GENERIC_FLAGS = {
  ...KEY_FLAGS,
  type: { type: 'string', option: 'same', usage: 'type of the Secret' },
  ...CREATE_FLAGS,
} as const;

const HASH_FLAG = { 'append-hash': KEY_FLAGS['append-hash'] } as const;

/** kubectl create secret tls, 1.36. */
export const CREATE_SECRET_TLS_FLAGS = {
  cert: { type: 'string', values: 'file', option: 'same', usage: 'file with the certificate, PEM' },
  key: {
    type: 'string',
    values: 'file',
    option: 'same',
    usage: 'file with the private key of the certificate, PEM',
  },
  ...HASH_FLAG,
  ...CREATE_FLAGS,
} as const;

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
  'docker-email': { type: 'string', option: 'same', usage: 'mail address for the registry' },
  'from-file': {
    type: 'stringSlice',
    values: 'file',
    option: 'same',
    usage: 'file with all of it, as .dockerconfigjson=PATH, instead',
  },
  ...HASH_FLAG,
  ...CREATE_FLAGS,
} as const;
