import type { SecretKeySelector } from '../../../lib/k8s';
import type { CompanionOptions } from '../options';
import type { CloudSqlInstance } from './instance';

/** Options of the Cloud SQL Auth Proxy. */
export interface CloudSqlProxyOptions extends CompanionOptions {
  /** Instances, each with a port on localhost. */
  readonly instances: CloudSqlInstance[];

  /**
   * Key of a Secret that contains the key of a service account, in JSON format.
   *
   * @default - the identity of the Pod: Workload Identity, or that of the node
   */
  readonly credentials?: SecretKeySelector;

  /**
   * Service account that the proxy impersonates.
   *
   * @default - none
   */
  readonly impersonateServiceAccount?: string;

  /**
   * Kind of address used to reach instances: `private` requires a network with access to it, `psc` stands for
   * Private Service Connect.
   *
   * @default 'public'
   */
  readonly address?: 'public' | 'private' | 'psc';

  /**
   * Whether the proxy logs in to databases with its own IAM identity, so that clients need no password.
   *
   * @default false
   */
  readonly autoIamAuthn?: boolean;

  /**
   * Maximum number of concurrent connections; further connections are refused.
   *
   * @default - unlimited
   */
  readonly maxConnections?: number;

  /**
   * Maximum time that open connections have to finish on termination, in seconds.
   *
   * @default 25
   */
  readonly drainSeconds?: number;

  /**
   * Whether logs are JSON in the format of Cloud Logging.
   *
   * @default true
   */
  readonly structuredLogs?: boolean;

  /**
   * Whether certificates are refreshed only on demand, for environments that throttle CPU.
   *
   * @default false
   */
  readonly lazyRefresh?: boolean;

  /**
   * Whether a POST to `/quitquitquit` at `adminPort` ends the proxy. A Job with a native sidecar does not
   * need it.
   *
   * @default false
   */
  readonly quitQuitQuit?: boolean;

  /**
   * Port on localhost of `/quitquitquit`.
   *
   * @default 9091
   */
  readonly adminPort?: number;

  /**
   * Port that serves `/startup`, `/liveness` and `/readiness`.
   *
   * @default 9090
   */
  readonly healthPort?: number;
}
