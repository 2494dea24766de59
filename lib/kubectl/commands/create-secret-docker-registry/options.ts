import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create secret docker-registry`: user and password, or a file with all of it. */
export interface KubectlCreateSecretDockerRegistryOptions extends KubectlCreateOptions {
  /**
   * Address of the registry (`--docker-server`).
   *
   * @default https://index.docker.io/v1/
   */
  readonly dockerServer?: string;

  /**
   * User name for the registry (`--docker-username`).
   *
   * @default - taken from fromFile
   */
  readonly dockerUsername?: string;

  /**
   * Password for the registry (`--docker-password`).
   *
   * @default - taken from fromFile
   */
  readonly dockerPassword?: string;

  /**
   * Email address for the registry (`--docker-email`).
   *
   * @default - none
   */
  readonly dockerEmail?: string;

  /**
   * File with the complete configuration, as `PATH` or `.dockerconfigjson=PATH` (`--from-file`).
   *
   * @default - built from the other options
   */
  readonly fromFile?: string[];

  /**
   * Whether to append a hash of the content to the name (`--append-hash`).
   *
   * @default false
   */
  readonly appendHash?: boolean;
}
