import { CREATE_FLAGS } from '../../flags/common';
import { KEY_FLAGS } from '../../flags/keys';

/** kubectl create secret generic, 1.36. */
export const CREATE_SECRET_GENERIC_FLAGS = {
  ...KEY_FLAGS,
  type: { type: 'string', option: 'same', usage: 'type of the Secret' },
  ...CREATE_FLAGS,
} as const;
