import type { Duration } from 'cdk8s';
import type { Container } from '../../lib/k8s';
import { secondsOf } from '../../lib/options/amounts';
import { UNPRIVILEGED } from '../blocks/hardening';
import { csvItem, flags } from './base/args';
import { mountedSecret } from './base/mounted-secret';
import { OptionCheck, secretEnv } from './base/option-check';
import { Companion } from './companion';
import type { Oauth2ProxyOptions } from './oauth2-proxy/options';

const NAME = 'oauth2-proxy';
const TLS = '/etc/oauth2-proxy-tls';
const WEEK = 7 * 24 * 3600;
const WITH_ISSUER = ['oidc', 'keycloak-oidc', 'entra-id'];

/** Makes the login. */
export function oauth2Proxy(options: Oauth2ProxyOptions): Companion {
  assertValid(options);
  const { port = 4180, upstreamPort, tlsSecret, clientSecret, cookieSecret } = options;
  const { volumes, volumeMounts } = mountedSecret(`${options.name ?? NAME}-tls`, TLS, tlsSecret);
  return new Companion(
    {
      container: {
        name: NAME,
        image: 'quay.io/oauth2-proxy/oauth2-proxy:v7.15.6',
        args: argsOf(options),
        env: [
          secretEnv('OAUTH2_PROXY_CLIENT_SECRET', clientSecret),
          secretEnv('OAUTH2_PROXY_COOKIE_SECRET', cookieSecret),
        ],
        ports: [{ containerPort: port }],
        ...probes(port, tlsSecret !== undefined),
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 65532, runAsGroup: 65532 },
        volumeMounts,
      },
      upstreamPort,
      volumes,
    },
    options,
  );
}

function probes(port: number, tls: boolean): Pick<Container, 'readinessProbe' | 'livenessProbe'> {
  const scheme = tls ? { scheme: 'HTTPS' as const } : {};
  return {
    readinessProbe: { httpGet: { path: '/ready', port, ...scheme } },
    livenessProbe: { httpGet: { path: '/ping', port, ...scheme } },
  };
}

const seconds = (time: Duration | number | undefined) =>
  time === undefined ? undefined : `${secondsOf(time)}s`;

function argsOf(options: Oauth2ProxyOptions): string[] {
  const { port = 4180, provider = 'oidc', tlsSecret, publicPaths = [] } = options;
  const listen = tlsSecret
    ? {
        'http-address': '-',
        'https-address': `:${port}`,
        'tls-cert-file': `${TLS}/tls.crt`,
        'tls-key-file': `${TLS}/tls.key`,
      }
    : { 'http-address': `:${port}` };
  return flags({
    ...listen,
    upstream: `http://127.0.0.1:${options.upstreamPort}/`,
    provider,
    'oidc-issuer-url': options.issuerUrl,
    'client-id': options.clientId,
    scope: options.scope,
    'email-domain': options.emailDomains.map(csvItem),
    'allowed-group': options.allowedGroups?.map(csvItem),
    'redirect-url': options.redirectUrl,
    'skip-auth-route': publicPaths.map(routeOf),
    'skip-provider-button': options.skipProviderButton,
    'reverse-proxy': options.reverseProxy,
    'cookie-name': options.cookieName,
    'cookie-domain': options.cookieDomains,
    'cookie-expire': seconds(options.cookieExpire),
    'cookie-refresh': seconds(options.cookieRefresh),
    'cookie-secure': options.cookieSecure,
    'cookie-samesite': options.cookieSameSite,
    'silence-ping-logging': true,
  });
}

/** Regular expression of a public path. */
function routeOf(path: string): string {
  const escaped = path.replace(/\/\*$/, '/').replace(/[.+]/g, '\\$&');
  return path.endsWith('/*') ? `^${escaped}` : `^${escaped}$`;
}

function assertValid(options: Oauth2ProxyOptions): void {
  const check = new OptionCheck('AuthProxies.oauth2Proxy');
  const { provider = 'oidc', issuerUrl, emailDomains, allowedGroups } = options;
  check.port('port', options.port);
  check.port('upstreamPort', options.upstreamPort);
  check.differ({ port: options.port ?? 4180, upstreamPort: options.upstreamPort });
  check.url('issuerUrl', issuerUrl);
  check.url('redirectUrl', options.redirectUrl);
  check.notEmpty('clientId', options.clientId, 'the ID of this client at the provider');
  check.notEmpty('emailDomains', emailDomains, 'one domain, or "*" for everybody who can log in');
  check.notEmpty('allowedGroups', allowedGroups, 'one group');
  check.urlPaths('publicPaths', options.publicPaths);
  emailDomains
    .filter((domain) => domain.includes('@'))
    .forEach((domain) => {
      check.fail('emailDomains', domain, `use the domain alone, "${domain.replace(/^.*@/, '')}"`);
    });
  assertDomains(check, 'emailDomains', emailDomains, /^(\*|(\*?\.)?[^\s",@*]+)$/);
  assertDomains(check, 'cookieDomains', options.cookieDomains, /^\.?[A-Za-z\d]([\w.-]*[A-Za-z\d])?$/);
  if (issuerUrl === undefined && WITH_ISSUER.includes(provider)) {
    check.contradiction(`"issuerUrl" is missing: provider "${provider}" needs the URL of its issuer`);
  }
  assertCookie(check, options);
}

function assertDomains(
  check: OptionCheck,
  option: string,
  domains: readonly string[] | undefined,
  pattern: RegExp,
): void {
  domains?.forEach((domain, index) =>
    check.matches(`${option}[${index}]`, domain, pattern, 'use one domain, such as "example.com"'),
  );
}

function assertCookie(check: OptionCheck, options: Oauth2ProxyOptions): void {
  const { cookieExpire = WEEK, cookieRefresh, cookieName, cookieSecure, cookieSameSite } = options;
  const [expire, refresh] = [secondsOf(cookieExpire), secondsOf(cookieRefresh ?? 0)];
  check.count('cookieExpire', expire);
  check.count('cookieRefresh', refresh);
  if (expire !== 0 && refresh >= expire) {
    check.contradiction(
      `"cookieRefresh" is ${refresh} s and "cookieExpire" ${expire} s: refresh before the cookie expires`,
    );
  }
  if (cookieName !== undefined && !/^[\w!#$%&'*+.^`|~-]{1,256}$/.test(cookieName)) {
    check.fail('cookieName', cookieName, 'use letters, digits, "-" and "_"');
  }
  if (cookieSameSite === 'none' && cookieSecure === false) {
    check.contradiction(
      '"cookieSameSite" is "none" and "cookieSecure" false: browsers accept such a cookie over HTTPS only',
    );
  }
}
