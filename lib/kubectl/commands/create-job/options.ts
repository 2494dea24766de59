import type { KubectlCreateOptions } from '../../options/shared';

/** What `kubectl create job` is told. */
export interface KubectlCreateJobOptions extends KubectlCreateOptions {
  /** Image of the container (`--image`). */
  readonly image: string;

  /**
   * Command of the container (what stands behind `--`).
   *
   * @default - that of the image
   */
  readonly args?: string[];
}
