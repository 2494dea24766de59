import type { Cluster } from '../cluster';

/** What completing an object needs to know. */
export interface Context {
  /** Kubernetes minor: 36 is 1.36. */
  readonly minor: number;
  readonly cluster: Cluster;
}

/**
 * Fills in what a server returns of a kind beyond what the verdict needs: the rest of its defaults, what
 * admission plugins that are on by default add, and what its strategy sets.
 */
export type Completion<T> = (object: T, context: Context) => void;
