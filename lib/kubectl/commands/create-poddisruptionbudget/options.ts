import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create poddisruptionbudget`: one of the two amounts. */
export interface KubectlCreatePodDisruptionBudgetOptions extends KubectlCreateOptions {
  /** Label selector of the Pods (`--selector`): `app=web`. */
  readonly selector: string;

  /**
   * Minimum number or percentage of available Pods (`--min-available`).
   *
   * @default - maxUnavailable is used
   */
  readonly minAvailable?: number | string;

  /**
   * Maximum number or percentage of unavailable Pods (`--max-unavailable`).
   *
   * @default - minAvailable is used
   */
  readonly maxUnavailable?: number | string;
}
