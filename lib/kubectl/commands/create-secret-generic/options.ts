import type { KubectlCreateConfigMapOptions } from '../create-configmap/options';

/** What `kubectl create secret generic` is told. */
export interface KubectlCreateSecretGenericOptions extends KubectlCreateConfigMapOptions {
  /**
   * Type of the Secret (`--type`).
   *
   * @default - a server makes it Opaque
   */
  readonly type?: string;
}
