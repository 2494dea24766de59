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
   * Restart policy (`--restart`): `Always`, `OnFailure` or `Never`.
   *
   * @default Always
   */
  readonly restart?: string;

  /**
   * Image pull policy (`--image-pull-policy`): `Always`, `IfNotPresent` or `Never`.
   *
   * @default - set by the server
   */
  readonly imagePullPolicy?: string;

  /**
   * Arguments after `--`: the arguments of the container, or its command if `command` is set.
   *
   * @default - those of the image
   */
  readonly args?: string[];

  /**
   * Whether `args` are the command instead of its arguments (`--command`).
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
   * Whether to keep standard input open (`--stdin`).
   *
   * @default false
   */
  readonly stdin?: boolean;

  /**
   * Whether to allocate a terminal (`--tty`); requires `stdin`.
   *
   * @default false
   */
  readonly tty?: boolean;

  /**
   * Whether to keep standard input open after the first client detaches (`--leave-stdin-open`).
   *
   * @default false
   */
  readonly leaveStdinOpen?: boolean;

  /**
   * JSON to apply to the generated Pod (`--overrides`).
   *
   * @default - none
   */
  readonly overrides?: string;

  /**
   * Type of `overrides` (`--override-type`): a `merge` patch, a `strategic` merge patch or a `json` patch.
   *
   * @default merge
   */
  readonly overrideType?: string;
}
