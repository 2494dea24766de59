import type { KubectlOptions } from '../../options/shared';

/** Options of `kubectl expose`. */
export interface KubectlExposeOptions extends KubectlOptions {
  /**
   * Name of the Service (`--name`).
   *
   * @default - that of the object
   */
  readonly name?: string;

  /**
   * Port of the Service (`--port`), or several separated by commas.
   *
   * @default - those of the object
   */
  readonly port?: number | string;

  /**
   * Number or name of the container port (`--target-port`).
   *
   * @default - the same as the port
   */
  readonly targetPort?: number | string;

  /**
   * Protocol of the ports (`--protocol`): `TCP`, `UDP` or `SCTP`.
   *
   * @default - that of the object
   */
  readonly protocol?: string;

  /**
   * Type of the Service (`--type`): `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`.
   *
   * @default - ClusterIP, set by the server
   */
  readonly type?: string;

  /**
   * Labels of the Pods (`--selector`).
   *
   * @default - those of the object
   */
  readonly selector?: { readonly [key: string]: string };

  /**
   * Labels of the Service (`--labels`).
   *
   * @default - those of the object
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Cluster IP address (`--cluster-ip`), or `None`.
   *
   * @default - assigned by the server
   */
  readonly clusterIp?: string;

  /**
   * External IP address (`--external-ip`).
   *
   * @default - none
   */
  readonly externalIp?: string;

  /**
   * Address of the load balancer (`--load-balancer-ip`); only with type `LoadBalancer`.
   *
   * @default - none
   */
  readonly loadBalancerIp?: string;

  /**
   * Session affinity (`--session-affinity`): `None` or `ClientIP`.
   *
   * @default - None, set by the server
   */
  readonly sessionAffinity?: string;

  /**
   * JSON to apply to the generated Service (`--overrides`).
   *
   * @default - none
   */
  readonly overrides?: string;

  /**
   * Type of `overrides` (`--override-type`): a `merge` patch, a `strategic` merge patch or a `json` patch.
   *
   * @default merge
   */
  readonly overrideType?: string;
}
