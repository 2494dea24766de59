import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl set subject`. */
export interface KubectlSetSubjectOptions extends KubectlChangeOptions {
  /**
   * Users to bind (`--user`).
   *
   * @default - none
   */
  readonly users?: string[];

  /**
   * Groups to bind (`--group`).
   *
   * @default - none
   */
  readonly groups?: string[];

  /**
   * Service accounts to bind, each as `NAMESPACE:NAME` (`--serviceaccount`).
   *
   * @default - none
   */
  readonly serviceAccounts?: string[];
}
