/**
 * First minor in which a server enforces what the types of the rbac, flowcontrol and authorization groups
 * declare (`+k8s:beta`), instead of the checks in Go: it reports that after everything else
 * (ValidateDeclarativelyWithMigrationChecks, apiserver 1.37).
 */
export const DECLARED_SINCE = 37;
