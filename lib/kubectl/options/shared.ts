/** Options of every kubectl generator. */
export interface KubectlOptions {
  /**
   * Namespace of the object (`--namespace`).
   *
   * @default - none in the manifest
   */
  readonly namespace?: string;

  /**
   * Kubernetes version of kubectl to follow: `1.30` to `1.37`.
   *
   * @default - the newest supported, 1.37
   */
  readonly kubernetesVersion?: string;
}

/** Options of the `kubectl create` commands. */
export interface KubectlCreateOptions extends KubectlOptions {
  /**
   * Whether to save the manifest in an annotation, for a later `kubectl apply` (`--save-config`).
   *
   * @default false
   */
  readonly saveConfig?: boolean;
}

/** Options of every command that changes a manifest. */
export interface KubectlChangeOptions {
  /**
   * Kubernetes version of kubectl to follow: `1.30` to `1.37`.
   *
   * @default - the newest supported, 1.37
   */
  readonly kubernetesVersion?: string;
}
