import type { IConstruct } from 'constructs';
import type { EnvVar, PodSpecOptions, ResourceRequirements, SecurityContext } from '../../k8s';
import type { PodPattern } from '../../pod/pod-template';

/** What containers get that lack it. */
export interface ContainerDefaults {
  /**
   * Resources of containers that have none; not in Pods that have `resources` of their own.
   *
   * @default - none
   */
  readonly resources?: ResourceRequirements;

  /**
   * Security context, field by field. In `capabilities` it is `add` and `drop` that are filled in.
   *
   * @default - none
   */
  readonly securityContext?: SecurityContext;

  /**
   * When the image is pulled.
   *
   * @default - none
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';

  /**
   * Variables, but for those whose names a container has.
   *
   * @default - none
   */
  readonly env?: EnvVar[];
}

/** Policy for Pods. What a Pod has itself always stays. */
export interface PodDefaultsOptions {
  /**
   * What containers get that lack it, init containers and sidecars too.
   *
   * @default - nothing
   */
  readonly container?: ContainerDefaults;

  /**
   * Fields of the Pod's spec. `securityContext` and `nodeSelector` are filled in field by field,
   * `imagePullSecrets`, `tolerations` and `volumes` added to those there are; any other field is set where
   * the Pod has none.
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
   * Patterns for each Pod. Each is applied whenever a Pod is rendered, so that it must do the same each time.
   *
   * @default - none
   */
  readonly patterns?: PodPattern[];

  /**
   * Kinds of objects that the policy is for, such as `Deployment`.
   *
   * @default - all that hold a Pod
   */
  readonly kinds?: string[];

  /**
   * Constructs that are left alone, with all below them.
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
