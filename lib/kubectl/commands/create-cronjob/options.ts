import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create cronjob`. */
export interface KubectlCreateCronJobOptions extends KubectlCreateOptions {
  /** Image of the container (`--image`). */
  readonly image: string;

  /** When the Job runs, as cron has it (`--schedule`): `0 3 * * *`. */
  readonly schedule: string;

  /**
   * When the container is started again (`--restart`): `OnFailure` or `Never`.
   *
   * @default OnFailure
   */
  readonly restart?: string;

  /**
   * Command of the container (what stands behind `--`).
   *
   * @default - that of the image
   */
  readonly args?: string[];
}
