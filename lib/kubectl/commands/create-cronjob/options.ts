import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create cronjob`. */
export interface KubectlCreateCronJobOptions extends KubectlCreateOptions {
  /** Image of the container (`--image`). */
  readonly image: string;

  /** Schedule of the Job, in cron format (`--schedule`): `0 3 * * *`. */
  readonly schedule: string;

  /**
   * Restart policy (`--restart`): `OnFailure` or `Never`.
   *
   * @default OnFailure
   */
  readonly restart?: string;

  /**
   * Command of the container (the arguments after `--`).
   *
   * @default - that of the image
   */
  readonly args?: string[];
}
