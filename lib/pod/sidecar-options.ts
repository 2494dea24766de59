/** Options of `PodTemplate.addSidecar`. */
export interface SidecarOptions {
  /**
   * Whether the container is a native sidecar: an init container with `restartPolicy: 'Always'`, which starts
   * before the ordinary containers, stops after them and lets Jobs complete. Otherwise it is an ordinary
   * container.
   *
   * @default true
   */
  readonly native?: boolean;
}
