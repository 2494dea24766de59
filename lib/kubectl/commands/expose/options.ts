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
   * Number or name of the port of the container (`--target-port`).
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
   * @default - a server makes it ClusterIP
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
   * Address in the cluster (`--cluster-ip`), or `None`.
   *
   * @default - a server gives one
   */
  readonly clusterIp?: string;

  /**
   * Address outside of the cluster (`--external-ip`).
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
   * Whether a client stays with its Pod (`--session-affinity`): `None` or `ClientIP`.
   *
   * @default - a server makes it None
   */
  readonly sessionAffinity?: string;

  /**
   * JSON that the generated Service is changed by (`--overrides`).
   *
   * @default - none
   */
  readonly overrides?: string;

  /**
   * What `overrides` are (`--override-type`): a `merge` patch, a `strategic` merge patch or a `json` patch.
   *
   * @default merge
   */
  readonly overrideType?: string;
}
