/** Stage of a Pod's startup in which an init container runs: all of a stage before all of the next. */
export enum InitStage {
  /** First, before anything else in the Pod runs. For gates that wait for other services. */
  GATE = 'gate',

  /** With the native sidecars, in the order they were added. */
  SIDECAR = 'sidecar',

  /** After the native sidecars, which are already running. */
  INIT = 'init',
}
