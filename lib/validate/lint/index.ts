import type { ContainerRule } from '../rules/container-subject';
import { MOUNT_PATH } from './mount-path';

/** What is said of every container beyond what a server says. */
export const CONTAINER_LINTS: readonly ContainerRule[] = [MOUNT_PATH];
