import type { PodSpec } from './schema/types';

/**
 * Objects in a cluster that affect a verdict. Absent ones are unknown, and nothing is reported about them.
 */
export interface Cluster {
  /** All PriorityClasses besides those that every cluster has, by name. */
  readonly priorityClasses?: { readonly [name: string]: PriorityClass };
  /** PriorityClasses among the manifests, by name and in their order, if not all are known. */
  readonly knownPriorityClasses?: { readonly [name: string]: PriorityClass };
  /** All RuntimeClasses, by name. */
  readonly runtimeClasses?: { readonly [name: string]: RuntimeClass };
  /** All namespaces with the label that lets claims for devices ask for admin access. */
  readonly adminNamespaces?: readonly string[];
  /**
   * Whether the admission plugin ServiceAccount names the service account `default` in Pods that name none.
   *
   * @default true
   */
  readonly serviceAccountAdmission?: boolean;
  /** CIDRs that addresses of Services come from, at most one of each IP family, the default one first. */
  readonly serviceRanges?: readonly string[];
  /** First and last of the node ports that Services may have. */
  readonly nodePorts?: readonly [first: number, last: number];
}

/** An unknown cluster. */
export const UNKNOWN: Cluster = {};

/** A cluster whose servers have no flags that change a verdict: --service-node-port-range, 1.30 to 1.37. */
export const USUAL: Cluster = { nodePorts: [30_000, 32_767] };

export interface PriorityClass {
  readonly value: number;
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: string;
}

export interface RuntimeClass {
  readonly overhead?: { readonly podFixed?: PodSpec['overhead'] };
  readonly scheduling?: { readonly nodeSelector?: PodSpec['nodeSelector'] };
}
