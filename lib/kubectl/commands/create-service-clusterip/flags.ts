import { SERVICE_FLAGS, TCP_FLAG } from '../create-service/flags';

/** kubectl create service clusterip, 1.36. */
export const CREATE_SERVICE_CLUSTER_IP_FLAGS = {
  ...TCP_FLAG,
  clusterip: { type: 'string', option: 'same', usage: 'cluster IP address, or None' },
  ...SERVICE_FLAGS,
} as const;
