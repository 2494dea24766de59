import type { KubectlCreateConfigMapOptions } from '../create-configmap/options';

/** Options of `kubectl create secret generic`. */
export interface KubectlCreateSecretGenericOptions extends KubectlCreateConfigMapOptions {
  /**
   * Type of the Secret (`--type`).
   *
   * @default - Opaque, set by the server
   */
  readonly type?: string;
}
