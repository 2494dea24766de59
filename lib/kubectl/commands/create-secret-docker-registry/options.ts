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
   * @default - fromFile has it
   */
  readonly dockerUsername?: string;

  /**
   * Password for the registry (`--docker-password`).
   *
   * @default - fromFile has it
   */
  readonly dockerPassword?: string;

  /**
   * Mail address for the registry (`--docker-email`).
   *
   * @default - none
   */
  readonly dockerEmail?: string;

  /**
   * File with all of it, as `PATH` or `.dockerconfigjson=PATH` (`--from-file`).
   *
   * @default - made of the other options
   */
  readonly fromFile?: string[];

  /**
   * Whether a hash of the content is appended to the name (`--append-hash`).
   *
   * @default false
   */
  readonly appendHash?: boolean;
}
