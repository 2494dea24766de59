import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create deployment`. */
export interface KubectlCreateDeploymentOptions extends KubectlCreateOptions {
  /** Images, one container each (`--image`). */
  readonly image: string[];

  /**
   * Port that the first container listens on (`--port`).
   *
   * @default - none
   */
  readonly port?: number;

  /**
   * Number of Pods (`--replicas`).
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Command of the container (the arguments after `--`); only with a single image.
   *
   * @default - that of the image
   */
  readonly args?: string[];
}
