import type { KubectlCreateOptions } from './options';

/** What `kubectl create priorityclass` is told. */
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

/** What `kubectl create quota` is told. */
export interface KubectlCreateQuotaOptions extends KubectlCreateOptions {
  /**
   * Limits by resource (`--hard`): `{ cpu: "4", memory: "8Gi" }`.
   *
   * @default - none
   */
  readonly hard?: { readonly [key: string]: string };

  /**
   * Scopes that an object must match to be counted (`--scopes`).
   *
   * @default - all objects
   */
  readonly scopes?: string[];
}

/** What `kubectl create poddisruptionbudget` is told: one of the two amounts. */
export interface KubectlCreatePodDisruptionBudgetOptions extends KubectlCreateOptions {
  /** Label selector of the Pods (`--selector`): `app=web`. */
  readonly selector: string;

  /**
   * Number or percentage of Pods that must be there (`--min-available`).
   *
   * @default - maxUnavailable says it
   */
  readonly minAvailable?: number | string;

  /**
   * Number or percentage of Pods that may be missing (`--max-unavailable`).
   *
   * @default - minAvailable says it
   */
  readonly maxUnavailable?: number | string;
}
