import type { Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';
import { POD_CHOICES, POD_CLASSES, POD_NAMES } from '../pod-spec';
import { AFFINITY } from './affinity';
import { DNS_CONFIG, HOST_ALIASES } from './dns';
import { READINESS_GATES, SCHEDULING_GATES } from './gates';
import { HOST_PROCESS, HOST_USERS, HOSTNAME_OVERRIDE } from './host';
import { HOST_NETWORK_PORTS } from './host-network';
import { POD_OS } from './os';
import { OVERHEAD, POD_RESOURCES } from './resources';
import { POD_SECURITY_CONTEXT } from './security-context';
import { TOLERATIONS } from './tolerations';
import { TOPOLOGY_SPREAD } from './topology-spread';

/**
 * What is judged of every PodSpec once its volumes and containers are, in the server's order:
 * ValidatePodSpec, 1.36.
 */
export const POD_RULES: readonly Rule<PodSpec>[] = [
  POD_RESOURCES,
  HOST_NETWORK_PORTS,
  POD_CHOICES,
  POD_SECURITY_CONTEXT,
  AFFINITY,
  DNS_CONFIG,
  READINESS_GATES,
  SCHEDULING_GATES,
  TOPOLOGY_SPREAD,
  HOST_PROCESS,
  HOST_USERS,
  HOSTNAME_OVERRIDE,
  POD_NAMES,
  TOLERATIONS,
  HOST_ALIASES,
  POD_CLASSES,
  OVERHEAD,
  POD_OS,
];
