import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create priorityclass`. */
export interface KubectlCreatePriorityClassOptions extends KubectlCreateOptions {
  /**
   * Priority of Pods of the class (`--value`).
   *
   * @default 0
   */
  readonly value?: number;

  /**
   * Whether Pods without a class are of this one (`--global-default`).
   *
   * @default false
   */
  readonly globalDefault?: boolean;

  /**
   * When the class is to be used (`--description`).
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Whether Pods of the class displace others (`--preemption-policy`): `PreemptLowerPriority` or `Never`.
   *
   * @default PreemptLowerPriority
   */
  readonly preemptionPolicy?: string;
}
