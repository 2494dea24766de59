import { SERVICE_FLAGS, TCP_FLAG } from '../create-service/flags';

/** kubectl create service loadbalancer, 1.36. */
export const CREATE_SERVICE_LOAD_BALANCER_FLAGS = { ...TCP_FLAG, ...SERVICE_FLAGS } as const;
