import type { KubectlOptions } from '../../options/shared';

/** Options of `kubectl autoscale`. */
export interface KubectlAutoscaleOptions extends KubectlOptions {
  /** Greatest number of Pods (`--max`). */
  readonly max: number;

  /**
   * Least number of Pods (`--min`).
   *
   * @default - a server makes it 1
   */
  readonly min?: number;

  /**
   * Processor time to aim at (`--cpu`): `70%` of what is requested, or an amount such as `500m`. Since 1.34.
   *
   * @default - not looked at
   */
  readonly cpu?: string;

  /**
   * Memory to aim at (`--memory`): `70%` of what is requested, or an amount such as `200Mi`. Since 1.34.
   *
   * @default - not looked at
   */
  readonly memory?: string;

  /**
   * Percentage of the requested processor time to aim at (`--cpu-percent`); `cpu` has replaced it in 1.34.
   *
   * @default - not looked at
   */
  readonly cpuPercent?: number;

  /**
   * Name of the autoscaler (`--name`).
   *
   * @default - that of the object
   */
  readonly name?: string;
}
