/** Suggestion for classic sidecars. One that a pattern has made has an option for it instead. */
export const TO_NATIVE = 'make it a native sidecar: move it to initContainers with restartPolicy: Always';

/** The same of one that others wait for. */
export const TO_PROBED_NATIVE =
  'make it a native sidecar with a startupProbe: move it to initContainers with restartPolicy: Always';

export const NATIVE_SUGGESTIONS: readonly (string | undefined)[] = [TO_NATIVE, TO_PROBED_NATIVE];
