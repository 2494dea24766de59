import { CREATE_FLAGS } from '../../flags/common';
import { KEY_FLAGS } from '../../flags/keys';

/** kubectl create configmap, 1.36. */
export const CREATE_CONFIG_MAP_FLAGS = { ...KEY_FLAGS, ...CREATE_FLAGS } as const;
