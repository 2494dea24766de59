import { SERVICE_FLAGS, TCP_FLAG } from '../create-service/flags';

/** kubectl create service nodeport, 1.36. */
export const CREATE_SERVICE_NODE_PORT_FLAGS = {
  ...TCP_FLAG,
  'node-port': { type: 'int', option: 'same', usage: 'port on every node' },
  ...SERVICE_FLAGS,
} as const;
