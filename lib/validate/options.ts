/** What to judge manifests by. */
export interface ValidationOptions {
  /**
   * Kubernetes version whose server gives the verdict: `1.30` to `1.36`.
   *
   * @default - the newest known, 1.36
   */
  readonly kubernetesVersion?: string;
}
