import type { Duration } from 'cdk8s';
import type { SecretKeySelector } from '../../../lib/k8s';
import type { CompanionOptions } from '../options';

/** Options of a login with OpenID Connect or OAuth 2.0. */
export interface Oauth2ProxyOptions extends CompanionOptions {
  /** Port that the main container listens on, on 127.0.0.1. */
  readonly upstreamPort: number;

  /**
   * Identity provider. For any other provider of oauth2-proxy, use `args: ['--provider=…']`.
   *
   * @default 'oidc'
   */
  readonly provider?: 'oidc' | 'keycloak-oidc' | 'entra-id' | 'google' | 'github' | 'gitlab';

  /**
   * URL of the issuer of tokens, exactly as in its discovery document:
   * `https://login.example.com/realms/shop`.
   *
   * @default - the provider's; `oidc`, `keycloak-oidc` and `entra-id` need one
   */
  readonly issuerUrl?: string;

  /** ID that the provider gave to this client. */
  readonly clientId: string;

  /** Key of a Secret that contains the secret that the provider gave to this client. */
  readonly clientSecret: SecretKeySelector;

  /**
   * Key of a Secret that contains the secret that encrypts the cookies: 16, 24 or 32 bytes, or their URL-safe
   * Base64 encoding. It must be the same for all replicas.
   */
  readonly cookieSecret: SecretKeySelector;

  /**
   * Email domains whose users are let in: `['example.com']`, or `['*']` for everyone who can log in.
   */
  readonly emailDomains: string[];

  /**
   * Groups that are let in; a user must be in one of them.
   *
   * @default - groups are not checked
   */
  readonly allowedGroups?: string[];

  /**
   * URL that the provider sends users back to, as registered there: `https://app.example.com/oauth2/callback`.
   *
   * @default - the host of the request with `/oauth2/callback`
   */
  readonly redirectUrl?: string;

  /**
   * Paths that need no login, such as `/healthz`, or `/static/*` for all below.
   *
   * @default - none
   */
  readonly publicPaths?: string[];

  /**
   * Scopes to request from the provider, separated by spaces.
   *
   * @default - the provider's
   */
  readonly scope?: string;

  /**
   * Whether the proxy is behind an Ingress or another proxy whose `X-Forwarded-…` headers it can trust.
   *
   * @default false
   */
  readonly reverseProxy?: boolean;

  /**
   * Whether users see the provider's page at once instead of a page with a button.
   *
   * @default false
   */
  readonly skipProviderButton?: boolean;

  /**
   * Name of the cookie.
   *
   * @default '_oauth2_proxy'
   */
  readonly cookieName?: string;

  /**
   * Domains of the cookie, such as `.example.com`.
   *
   * @default - the host of the request
   */
  readonly cookieDomains?: string[];

  /**
   * Time after which a user must log in again; whole seconds.
   *
   * @default - one week
   */
  readonly cookieExpire?: Duration | number;

  /**
   * Time after which the session is refreshed at the provider, less than `cookieExpire`; whole seconds.
   *
   * @default - never
   */
  readonly cookieRefresh?: Duration | number;

  /**
   * Whether browsers send the cookie over HTTPS only.
   *
   * @default true
   */
  readonly cookieSecure?: boolean;

  /**
   * SameSite attribute of the cookie.
   *
   * @default - none
   */
  readonly cookieSameSite?: 'lax' | 'strict' | 'none';

  /**
   * Name of a Secret with `tls.crt` and `tls.key`, for HTTPS at `port`.
   *
   * @default - HTTP
   */
  readonly tlsSecret?: string;

  /**
   * Port that the proxy listens on.
   *
   * @default 4180
   */
  readonly port?: number;
}
