import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create job`. */
export interface KubectlCreateJobOptions extends KubectlCreateOptions {
  /** Image of the container (`--image`). */
  readonly image: string;

  /**
   * Command of the container (the arguments after `--`).
   *
   * @default - that of the image
   */
  readonly args?: string[];
}
