import { CONTAINER_NAME, IMAGE, PULL_POLICY, TERMINATION_MESSAGE } from './container';
import { CONTAINER_NAMES } from './container-names';
import type { ContainerRole } from '../containers';
import type { ContainerRule } from './container-subject';
import { DEVICES } from './devices';
import { ENV, ENV_FROM } from './env';
import { EPHEMERAL, EPHEMERAL_IMAGE } from './ephemeral';
import { LIFECYCLE } from './lifecycle';
import { MOUNTS } from './mounts';
import { INIT_HOST_PORTS, PORTS } from './ports';
import { PROBE_RULE } from './probes';
import { INIT_RESIZE, RESIZE_POLICY } from './resize-policy';
import { RESOURCES } from './resources';
import { CONTAINER_RESTART } from './restart';
import { SECURITY_CONTEXT } from './security-context';

/** validateContainerCommon, 1.36. */
const COMMON: readonly ContainerRule[] = [
  CONTAINER_NAME,
  IMAGE,
  TERMINATION_MESSAGE,
  PORTS,
  ENV,
  ENV_FROM,
  MOUNTS,
  DEVICES,
  PULL_POLICY,
  RESOURCES,
  RESIZE_POLICY,
  SECURITY_CONTEXT,
];

const INIT: readonly ContainerRule[] = [
  ...COMMON,
  CONTAINER_RESTART,
  CONTAINER_NAMES,
  INIT_HOST_PORTS,
  LIFECYCLE,
  PROBE_RULE,
  INIT_RESIZE,
];

/**
 * What is judged of a container, in the server's order: validateContainers, validateInitContainers and
 * validateEphemeralContainers, 1.36.
 */
export const CONTAINER_RULES: Readonly<Record<ContainerRole, readonly ContainerRule[]>> = {
  main: [...COMMON, CONTAINER_NAMES, LIFECYCLE, PROBE_RULE, CONTAINER_RESTART],
  init: INIT,
  sidecar: INIT,
  ephemeral: [...COMMON, EPHEMERAL_IMAGE, CONTAINER_NAMES, EPHEMERAL],
};
