import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create secret tls`. */
export interface KubectlCreateSecretTlsOptions extends KubectlCreateOptions {
  /** Path of the file with the certificate, PEM (`--cert`). */
  readonly cert: string;

  /** Path of the file with the private key of the certificate, PEM (`--key`). */
  readonly key: string;

  /**
   * Whether a hash of the content is appended to the name (`--append-hash`).
   *
   * @default false
   */
  readonly appendHash?: boolean;
}
