import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create deployment`. */
export interface KubectlCreateDeploymentOptions extends KubectlCreateOptions {
  /** Images, each of a container of its own (`--image`). */
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
   * Command of the container (what stands behind `--`); only where there is one image.
   *
   * @default - that of the image
   */
  readonly args?: string[];
}
