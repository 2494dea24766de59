import type { Rule } from '../rule';
import type { Container, PodSpec, Volume } from '../schema/types';

/** What a container is for: `sidecar` is an init container with restartPolicy Always. */
export type ContainerRole = 'init' | 'sidecar' | 'main' | 'ephemeral';

/** A container in its Pod. */
export interface ContainerSubject {
  readonly container: Container;
  readonly role: ContainerRole;
  readonly pod: PodSubject;
}

/** A PodSpec and what its containers need to know of it. */
export interface PodSubject {
  readonly spec: PodSpec;
  /** Volumes without a fault, by name. */
  readonly volumes: ReadonlyMap<string, Volume>;
}

export type ContainerRule = Rule<ContainerSubject>;
