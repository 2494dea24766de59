import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create poddisruptionbudget`: one of the two amounts. */
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
