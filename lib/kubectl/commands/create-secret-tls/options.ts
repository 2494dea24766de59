import type { KubectlCreateOptions } from '../../options/shared';

/** What `kubectl create secret tls` is told. */
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
