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
   * Whether it is the default class (`--global-default`).
   *
   * @default false
   */
  readonly globalDefault?: boolean;

  /**
   * Description of when to use the class (`--description`).
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Whether Pods of the class preempt others (`--preemption-policy`): `PreemptLowerPriority` or `Never`.
   *
   * @default PreemptLowerPriority
   */
  readonly preemptionPolicy?: string;
}
