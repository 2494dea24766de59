import { CONTAINER_NAME, CONTAINER_RESTART, IMAGE, TERMINATION_MESSAGE } from './container';
import type { ContainerRule } from './container-subject';
import { ENV, ENV_FROM } from './env';
import { LIFECYCLE } from './lifecycle';
import { MOUNTS } from './mounts';
import { PORTS } from './ports';
import { PROBE_RULE } from './probes';
import { RESOURCES } from './resources';

/** What is judged of every container, in the server's order. */
export const CONTAINER_RULES: readonly ContainerRule[] = [
  CONTAINER_NAME, IMAGE, TERMINATION_MESSAGE, PORTS, ENV, ENV_FROM, MOUNTS, RESOURCES, CONTAINER_RESTART, LIFECYCLE, PROBE_RULE,
];
