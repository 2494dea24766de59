import { CREATE_FLAGS } from './common';

const TCP_FLAG = {
  tcp: { type: 'stringSlice', option: 'same', usage: 'ports, as PORT or PORT:TARGET' },
} as const;

/** kubectl create service clusterip, 1.36. */
export const CREATE_SERVICE_CLUSTER_IP_FLAGS = {
  ...TCP_FLAG,
  clusterip: { type: 'string', option: 'same', usage: 'address in the cluster, or None' },
  ...CREATE_FLAGS,
} as const;

/** kubectl create service nodeport, 1.36. */
export const CREATE_SERVICE_NODE_PORT_FLAGS = {
  ...TCP_FLAG,
  'node-port': { type: 'int', option: 'same', usage: 'port on every node' },
  ...CREATE_FLAGS,
} as const;

/** kubectl create service loadbalancer, 1.36. */
export const CREATE_SERVICE_LOAD_BALANCER_FLAGS = { ...TCP_FLAG, ...CREATE_FLAGS } as const;

/** kubectl create service externalname, 1.36. */
export const CREATE_SERVICE_EXTERNAL_NAME_FLAGS = {
  ...TCP_FLAG,
  'external-name': {
    type: 'string',
    required: true,
    option: 'same',
    usage: 'DNS name outside of the cluster',
  },
  ...CREATE_FLAGS,
} as const;
