/** Options of every kubectl generator. */
export interface KubectlOptions {
  /**
   * Namespace of the object (`--namespace`).
   *
   * @default - none in the manifest
   */
  readonly namespace?: string;

  /**
   * Kubernetes version whose kubectl is followed: `1.30` to `1.36`.
   *
   * @default - the newest known, 1.36
   */
  readonly kubernetesVersion?: string;
}

/** What the `create` commands of kubectl are told. */
export interface KubectlCreateOptions extends KubectlOptions {
  /**
   * Whether the manifest is kept in an annotation, for a later `kubectl apply` (`--save-config`).
   *
   * @default false
   */
  readonly saveConfig?: boolean;
}

/** Options of every command that changes a manifest. */
export interface KubectlChangeOptions {
  /**
   * Kubernetes version whose kubectl is followed: `1.30` to `1.36`.
   *
   * @default - the newest known, 1.36
   */
  readonly kubernetesVersion?: string;
}
