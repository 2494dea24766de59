import { CREATE_FLAGS } from '../../flags/common';
import { HASH_FLAG } from '../../flags/keys';

/** kubectl create secret tls, 1.36. */
export const CREATE_SECRET_TLS_FLAGS = {
  cert: { type: 'string', values: 'file', option: 'same', usage: 'file with the PEM-encoded certificate' },
  key: {
    type: 'string',
    values: 'file',
    option: 'same',
    usage: 'file with the PEM-encoded private key',
  },
  ...HASH_FLAG,
  ...CREATE_FLAGS,
} as const;
