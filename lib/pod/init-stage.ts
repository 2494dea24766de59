/** When in a Pod's start an init container runs: all of a stage before all of the next. */
export enum InitStage {
  /** First: nothing else of the Pod runs yet. For gates that wait for other services. */
  GATE = 'gate',

  /** With the native sidecars, in the order they were added. */
  SIDECAR = 'sidecar',

  /** After the native sidecars: they run already and can be used. */
  INIT = 'init',
}
