import type { KubectlOptions } from '../../options/shared';

/** Options of `kubectl autoscale`. */
export interface KubectlAutoscaleOptions extends KubectlOptions {
  /** Maximum number of Pods (`--max`). */
  readonly max: number;

  /**
   * Minimum number of Pods (`--min`).
   *
   * @default - 1, set by the server
   */
  readonly min?: number;

  /**
   * Target CPU (`--cpu`): a percentage of the request, such as `70%`, or a quantity, such as `500m`. Since
   * 1.34.
   *
   * @default - not used
   */
  readonly cpu?: string;

  /**
   * Target memory (`--memory`): a percentage of the request, such as `70%`, or a quantity, such as `200Mi`.
   * Since 1.34.
   *
   * @default - not used
   */
  readonly memory?: string;

  /**
   * Target CPU as a percentage of the request (`--cpu-percent`); replaced by `cpu` in 1.34.
   *
   * @default - not used
   */
  readonly cpuPercent?: number;

  /**
   * Name of the autoscaler (`--name`).
   *
   * @default - that of the object
   */
  readonly name?: string;
}
