import type { Field } from '../field';

/**
 * Whether a server enforces what the types of the API declare (`+k8s:beta`), instead of checks that were
 * written in Go before; those are marked with MarkCoveredByDeclarative. It reports that after everything else
 * (ValidateDeclarativelyWithMigrationChecks, apiserver 1.37), in part with other texts, and some tags reach
 * what the checks do not look at.
 */
export const isDeclared = (at: Field): boolean => at.minor >= 37;
