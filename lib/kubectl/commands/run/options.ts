import type { KubectlOptions } from '../../options/shared';

/** Options of `kubectl run`. */
export interface KubectlRunOptions extends KubectlOptions {
  /** Image of the container (`--image`). */
  readonly image: string;

  /**
   * Port that the container listens on (`--port`).
   *
   * @default - none
   */
  readonly port?: number;

  /**
   * Environment variables of the container (`--env`).
   *
   * @default - none
   */
  readonly env?: { readonly [name: string]: string };

  /**
   * Labels of the Pod (`--labels`).
   *
   * @default - run=NAME
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of the Pod (`--annotations`).
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * When the container is started again (`--restart`): `Always`, `OnFailure` or `Never`.
   *
   * @default Always
   */
  readonly restart?: string;

  /**
   * When the image is pulled (`--image-pull-policy`): `Always`, `IfNotPresent` or `Never`.
   *
   * @default - a server decides
   */
  readonly imagePullPolicy?: string;

  /**
   * What stands behind `--`: arguments of the container, or its command where `command` is set.
   *
   * @default - those of the image
   */
  readonly args?: string[];

  /**
   * Whether `args` are the command, not its arguments (`--command`).
   *
   * @default false
   */
  readonly command?: boolean;

  /**
   * Whether the container is privileged (`--privileged`).
   *
   * @default false
   */
  readonly privileged?: boolean;

  /**
   * Whether standard input is kept open (`--stdin`).
   *
   * @default false
   */
  readonly stdin?: boolean;

  /**
   * Whether the container has a terminal (`--tty`); needs `stdin`.
   *
   * @default false
   */
  readonly tty?: boolean;

  /**
   * Whether standard input outlives the first client (`--leave-stdin-open`).
   *
   * @default false
   */
  readonly leaveStdinOpen?: boolean;

  /**
   * JSON that the generated Pod is changed by (`--overrides`).
   *
   * @default - none
   */
  readonly overrides?: string;

  /**
   * What `overrides` are (`--override-type`): a `merge` patch, a `strategic` merge patch or a `json` patch.
   *
   * @default merge
   */
  readonly overrideType?: string;
}
