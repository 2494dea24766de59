import type { CompanionOptions } from '../options';

/** Object that a client must be allowed to access, in place of the path of its request. */
export interface KubeRbacProxyResource {
  /**
   * Group of the API: `apps`.
   *
   * @default - the core group
   */
  readonly apiGroup?: string;

  /**
   * Version of the API: `v1`.
   *
   * @default - any version
   */
  readonly apiVersion?: string;

  /** Resource, in the plural: `services`. */
  readonly resource: string;

  /**
   * Subresource: `proxy`.
   *
   * @default - none
   */
  readonly subresource?: string;

  /**
   * Name of the object.
   *
   * @default - all objects
   */
  readonly name?: string;

  /**
   * Namespace of the object.
   *
   * @default - all namespaces, or none for a resource without one
   */
  readonly namespace?: string;
}

/** Options of an authorization by RBAC. */
export interface KubeRbacProxyOptions extends CompanionOptions {
  /** Port that the main container listens on, on 127.0.0.1. */
  readonly upstreamPort: number;

  /**
   * Object that a client must be allowed to access. The verb is that of the request: `get` for GET,
   * `create` for POST, and so on.
   *
   * @default - the path of the request, as `nonResourceURLs` of a role
   */
  readonly resource?: KubeRbacProxyResource;

  /**
   * Paths that exist, such as `/metrics`, or `/api/*` for one segment below; all others are answered with
   * 404.
   *
   * @default - all paths
   */
  readonly allowPaths?: string[];

  /**
   * Paths that need no authorization, such as `/healthz`, or `/public/*` for one segment below.
   *
   * @default - none
   */
  readonly ignorePaths?: string[];

  /**
   * Audiences of which a token must have one.
   *
   * @default - that of the API server
   */
  readonly audiences?: string[];

  /**
   * Name of a Secret with `tls.crt` and `tls.key`.
   *
   * @default - a certificate that the proxy signs itself when it starts
   */
  readonly tlsSecret?: string;

  /**
   * Whether the ClusterRole and ClusterRoleBinding that it needs are created for the Pod's service account.
   *
   * @default true
   */
  readonly rbac?: boolean;

  /**
   * Namespace of the Pod's service account, for the ClusterRoleBinding.
   *
   * @default - that of the Pod, which must then be set, for the Pod or its chart
   */
  readonly namespace?: string;

  /**
   * Port of the proxy's own `/healthz`, for probes.
   *
   * @default 8643
   */
  readonly healthPort?: number;

  /**
   * Port that the proxy listens on, for HTTPS.
   *
   * @default 8443
   */
  readonly port?: number;
}
