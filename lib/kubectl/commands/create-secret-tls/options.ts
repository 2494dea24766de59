import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create secret tls`. */
export interface KubectlCreateSecretTlsOptions extends KubectlCreateOptions {
  /** Path of the file with the PEM-encoded certificate (`--cert`). */
  readonly cert: string;

  /** Path of the file with the PEM-encoded private key (`--key`). */
  readonly key: string;

  /**
   * Whether to append a hash of the content to the name (`--append-hash`).
   *
   * @default false
   */
  readonly appendHash?: boolean;
}
