import type { ContainerRole } from '../containers';
import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { Container, PodSpec, Volume } from '../schema/types';

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
  /** Where its volumes are. */
  readonly volumesAt: FieldPath;
  /** Names of its resource claims. */
  readonly claims: ReadonlySet<string>;
  /** Takes the names of the containers judged so far, and where they stand. */
  readonly names: Map<string, FieldPath>;
}

export type ContainerRule = Rule<ContainerSubject>;
