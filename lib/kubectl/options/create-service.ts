import type { KubectlCreateOptions } from './options';

/** What `kubectl create service loadbalancer` is told, and the other types as well. */
export interface KubectlCreateServiceOptions extends KubectlCreateOptions {
  /**
   * Ports (`--tcp`): `80` or `80:8080`, the second being the port of the container or its name.
   *
   * @default - none
   */
  readonly tcp?: string[];
}

/** What `kubectl create service clusterip` is told. */
export interface KubectlCreateServiceClusterIpOptions extends KubectlCreateServiceOptions {
  /**
   * Address in the cluster (`--clusterip`), or `None`.
   *
   * @default - a server gives one
   */
  readonly clusterip?: string;
}

/** What `kubectl create service nodeport` is told. */
export interface KubectlCreateServiceNodePortOptions extends KubectlCreateServiceOptions {
  /**
   * Port on every node (`--node-port`).
   *
   * @default - a server gives one
   */
  readonly nodePort?: number;
}

/** What `kubectl create service externalname` is told. */
export interface KubectlCreateServiceExternalNameOptions extends KubectlCreateServiceOptions {
  /** DNS name outside of the cluster (`--external-name`). */
  readonly externalName: string;
}
