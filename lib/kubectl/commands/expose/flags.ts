import {
  DRY_RUN_FLAG,
  FILENAME_FLAGS,
  managerFlag,
  PRINT_FLAGS,
  RECORD_FLAG,
  UNSAVED_CONFIG_FLAG,
} from '../../flags/common';
import { OVERRIDE_FLAGS } from '../../flags/override';

/** kubectl expose, 1.36. */
export const EXPOSE_FLAGS = {
  name: { type: 'string', option: 'same', usage: 'name of the Service' },
  port: { type: 'string', option: 'same', usage: 'port of the Service' },
  'target-port': { type: 'string', option: 'same', usage: 'number or name of the container port' },
  protocol: { type: 'string', option: 'same', usage: 'protocol of the ports: TCP, UDP or SCTP' },
  type: {
    type: 'string',
    values: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
    option: 'same',
    usage: 'type of the Service: ClusterIP, NodePort, LoadBalancer or ExternalName',
  },
  selector: { type: 'string', option: 'joinedPairs', usage: 'labels of the Pods' },
  labels: { type: 'string', shorthand: 'l', option: 'joinedPairs', usage: 'labels of the Service' },
  'cluster-ip': { type: 'string', option: 'same', usage: 'cluster IP address, or None' },
  'external-ip': { type: 'string', option: 'same', usage: 'external IP address' },
  'load-balancer-ip': { type: 'string', option: 'same', usage: 'address of the load balancer' },
  'session-affinity': {
    type: 'string',
    option: 'same',
    usage: 'session affinity: None or ClientIP',
  },
  ...OVERRIDE_FLAGS,
  ...FILENAME_FLAGS,
  ...PRINT_FLAGS,
  ...RECORD_FLAG,
  ...DRY_RUN_FLAG,
  ...UNSAVED_CONFIG_FLAG,
  ...managerFlag('kubectl-expose'),
} as const;
