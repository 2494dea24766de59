/**
 * Names of Kubernetes' fields that hold a time: `periodSeconds`, `ttlSecondsAfterFinished`, `sleep.seconds`.
 */
export const SECONDS = /[sS]econds/;
