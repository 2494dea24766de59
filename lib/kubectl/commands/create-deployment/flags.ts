import { CREATE_FLAGS } from '../../flags/common';

/** kubectl create deployment, 1.36. */
export const CREATE_DEPLOYMENT_FLAGS = {
  image: {
    type: 'stringSlice',
    required: true,
    option: 'same',
    usage: 'images, one container each',
  },
  port: { type: 'int32', initial: -1, option: 'same', usage: 'port that the first container listens on' },
  replicas: { type: 'int32', shorthand: 'r', initial: 1, option: 'same', usage: 'number of Pods' },
  ...CREATE_FLAGS,
} as const;
