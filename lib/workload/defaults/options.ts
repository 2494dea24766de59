import type { IConstruct } from 'constructs';
import type { EnvVar, PodSpecOptions, ResourceRequirements, SecurityContext } from '../../k8s';
import type { PodPattern } from '../../pod/pod-template';

/** Defaults for containers. */
export interface ContainerDefaults {
  /**
   * Resources of containers that have none; not in Pods that have `resources` of their own.
   *
   * @default - none
   */
  readonly resources?: ResourceRequirements;

  /**
   * Security context, merged field by field; in `capabilities`, `add` and `drop` are separate fields.
   *
   * @default - none
   */
  readonly securityContext?: SecurityContext;

  /**
   * Image pull policy.
   *
   * @default - none
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';

  /**
   * Environment variables, except those that a container already has.
   *
   * @default - none
   */
  readonly env?: EnvVar[];
}

/** Defaults for Pods. Values that a Pod sets itself are always kept. */
export interface PodDefaultsOptions {
  /**
   * Defaults for containers, including init containers and sidecars.
   *
   * @default - nothing
   */
  readonly container?: ContainerDefaults;

  /**
   * Fields of the Pod's spec. `securityContext` and `nodeSelector` are merged field by field,
   * `imagePullSecrets`, `tolerations` and `volumes` are appended; any other field is set if the Pod has none.
   *
   * @default - none
   */
  readonly spec?: PodSpecOptions;

  /**
   * Labels of the Pod.
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of the Pod.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * Patterns for each Pod. Each is applied whenever a Pod is rendered, so it must be idempotent.
   *
   * @default - none
   */
  readonly patterns?: PodPattern[];

  /**
   * Kinds of objects that get the defaults, such as `Deployment`.
   *
   * @default - all that contain a Pod
   */
  readonly kinds?: string[];

  /**
   * Constructs to skip, with everything below them.
   *
   * @default - none
   */
  readonly exclude?: IConstruct[];
}

/** What defaults added to an object. */
export interface PodDefaultsApplied {
  /** Path of the construct that a user made. */
  readonly construct: string;

  /** API version of the object. */
  readonly apiVersion: string;

  /** Kind of the object. */
  readonly kind: string;

  /** Name of the object. */
  readonly name: string;

  /** Places in the manifest that were added or filled in: `spec.template.spec.containers[0].resources`. */
  readonly added: string[];
}
