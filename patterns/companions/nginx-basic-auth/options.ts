import type { SecretKeySelector } from '../../../lib/k8s';
import type { CompanionOptions } from '../options';

/** Options of a login with names and passwords. */
export interface NginxBasicAuthOptions extends CompanionOptions {
  /** Port that the main container listens on, on 127.0.0.1. */
  readonly upstreamPort: number;

  /**
   * Key of a Secret that contains the users, as `htpasswd` writes them: a line `name:hash` for each. A change
   * of the Secret takes effect without a restart.
   */
  readonly users: SecretKeySelector;

  /**
   * Text that browsers show when they ask for the password.
   *
   * @default 'Restricted'
   */
  readonly realm?: string;

  /**
   * Paths that need no login, such as `/healthz`, or `/static/*` for all below.
   *
   * @default - none
   */
  readonly publicPaths?: string[];

  /**
   * Whether the main container sees the `Authorization` header. It always gets the user's name as
   * `X-Remote-User`.
   *
   * @default false
   */
  readonly passCredentials?: boolean;

  /**
   * Most time that the main container has to send the next part of a response, in seconds.
   *
   * @default 60
   */
  readonly timeoutSeconds?: number;

  /**
   * Most time that requests in flight have when the proxy ends, in seconds.
   *
   * @default 20
   */
  readonly drainSeconds?: number;

  /**
   * Whether it listens on IPv6, too. It then does not start on a node without IPv6.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Port that the proxy listens on.
   *
   * @default 8080
   */
  readonly port?: number;
}
