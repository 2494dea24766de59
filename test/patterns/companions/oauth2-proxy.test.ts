import { Duration } from 'cdk8s';
import { AuthProxies, AuthProxy, type Oauth2ProxyOptions, PodTemplate } from '../../../lib';

const OPTIONS: Oauth2ProxyOptions = {
  upstreamPort: 8080,
  issuerUrl: 'https://login.example.com',
  clientId: 'web',
  clientSecret: { name: 'login', key: 'client' },
  cookieSecret: { name: 'login', key: 'cookie' },
  emailDomains: ['example.com'],
};
const containerOf = (options: Partial<Oauth2ProxyOptions> = {}) =>
  AuthProxies.oauth2Proxy({ ...OPTIONS, ...options }).toContainer();
const argsOf = (options: Partial<Oauth2ProxyOptions> = {}) => containerOf(options).args!;

test('the container', () => {
  expect(containerOf()).toMatchObject({
    args: [
      '--http-address=:4180',
      '--upstream=http://127.0.0.1:8080/',
      '--provider=oidc',
      '--oidc-issuer-url=https://login.example.com',
      '--client-id=web',
      '--email-domain=example.com',
      '--silence-ping-logging=true',
    ],
    env: [
      { name: 'OAUTH2_PROXY_CLIENT_SECRET', valueFrom: { secretKeyRef: { name: 'login', key: 'client' } } },
      { name: 'OAUTH2_PROXY_COOKIE_SECRET', valueFrom: { secretKeyRef: { name: 'login', key: 'cookie' } } },
    ],
    ports: [{ containerPort: 4180 }],
    readinessProbe: { httpGet: { path: '/ready', port: 4180 } },
    livenessProbe: { httpGet: { path: '/ping', port: 4180 } },
    securityContext: { runAsUser: 65532 },
  });
});

test.each<[Partial<Oauth2ProxyOptions>, string[]]>([
  [
    { emailDomains: ['*'], allowedGroups: ['admin', 'cn=x,dc="y"'] },
    ['--allowed-group=admin', '--allowed-group="cn=x,dc=""y"""'],
  ],
  [{ publicPaths: ['/healthz', '/a.b/*'] }, ['--skip-auth-route=^/healthz$', '--skip-auth-route=^/a\\.b/']],
  [{ scope: 'openid email $(HOME)' }, ['--scope=openid email $$(HOME)']],
  [
    { redirectUrl: 'https://app.example.com/oauth2/callback' },
    ['--redirect-url=https://app.example.com/oauth2/callback'],
  ],
  [
    { cookieName: '__Host-x', cookieDomains: ['.example.com'], cookieSecure: false, cookieSameSite: 'lax' },
    [
      '--cookie-name=__Host-x',
      '--cookie-domain=.example.com',
      '--cookie-secure=false',
      '--cookie-samesite=lax',
    ],
  ],
  [{ cookieExpire: Duration.hours(2), cookieRefresh: 60 }, ['--cookie-expire=7200s', '--cookie-refresh=60s']],
  [{ reverseProxy: true, skipProviderButton: true }, ['--reverse-proxy=true', '--skip-provider-button=true']],
  [{ provider: 'github', issuerUrl: undefined }, ['--provider=github']],
])('%j becomes arguments', (options, args) => {
  expect(argsOf(options)).toEqual(expect.arrayContaining(args));
});

test('with a certificate it listens for HTTPS only, and is probed over HTTPS', () => {
  const pod = new PodTemplate({
    main: { name: 'web', image: 'web:1' },
    patterns: [new AuthProxy({ container: AuthProxies.oauth2Proxy({ ...OPTIONS, tlsSecret: 'web-tls' }) })],
  });
  const proxy = pod.tryContainer('oauth2-proxy')!;
  expect(proxy.args).toEqual(
    expect.arrayContaining([
      '--http-address=-',
      '--https-address=:4180',
      '--tls-cert-file=/etc/oauth2-proxy-tls/tls.crt',
    ]),
  );
  expect(proxy.readinessProbe!.httpGet!.scheme).toBe('HTTPS');
  expect(proxy.volumeMounts).toEqual([
    { name: 'oauth2-proxy-tls', mountPath: '/etc/oauth2-proxy-tls', readOnly: true },
  ]);
  expect(pod.volumes).toEqual([{ name: 'oauth2-proxy-tls', secret: { secretName: 'web-tls' } }]);
});

test('two of them have a volume each', () => {
  const proxy = (name: string) => AuthProxies.oauth2Proxy({ ...OPTIONS, name, tlsSecret: name });
  const volumes = ['a', 'b'].map((name) => proxy(name).toContainer().volumeMounts![0].name);
  expect(volumes).toEqual(['a-tls', 'b-tls']);
});

test.each<[Partial<Oauth2ProxyOptions>, string]>([
  [{ upstreamPort: 70000 }, '"upstreamPort" is 70000: use an integer from 1 to 65535'],
  [{ upstreamPort: 4180 }, '"port" and "upstreamPort" are both 4180'],
  [{ issuerUrl: undefined }, '"issuerUrl" is missing: provider "oidc" needs the URL of its issuer'],
  [
    { issuerUrl: 'login.example.com' },
    '"issuerUrl" is "login.example.com": start it with http:// or https://',
  ],
  [{ redirectUrl: 'https://u:p@app' }, '"redirectUrl" is "https://u:p@app": use the key of a Secret'],
  [{ clientId: '' }, '"clientId" is ""'],
  [
    { emailDomains: ['a.example.com,b.example.com'] },
    '"emailDomains[0]" is "a.example.com,b.example.com": use one domain',
  ],
  [{ emailDomains: ['*', ''] }, '"emailDomains[1]" is "": use one domain'],
  [{ cookieDomains: ['a.example.com\n'] }, '"cookieDomains[0]" is "a.example.com\\n": use one domain'],
  [{ cookieDomains: ['a,b'] }, '"cookieDomains[0]" is "a,b": use one domain'],
  [{ emailDomains: [] }, '"emailDomains" is []: specify at least one domain, or "*"'],
  [
    { emailDomains: ['@example.com'] },
    '"emailDomains" is "@example.com": use the domain alone, "example.com"',
  ],
  [
    { emailDomains: ['me@example.com'] },
    '"emailDomains" is "me@example.com": use the domain alone, "example.com"',
  ],
  [{ publicPaths: ['healthz'] }, '"publicPaths" is "healthz": use a path such as "/healthz"'],
  [{ cookieExpire: 60, cookieRefresh: 60 }, '"cookieRefresh" is 60 s and "cookieExpire" 60 s'],
  [{ cookieName: 'a b' }, '"cookieName" is "a b": use letters'],
  [{ cookieSameSite: 'none', cookieSecure: false }, 'browsers accept such a cookie over HTTPS only'],
  [{ clientSecret: 'secret' as never }, 'clientSecret is a string: expected the key of a Secret'],
  [{ provider: 'okta' as never }, 'okta'],
])('%j is refused', (options, message) => {
  expect(() => containerOf(options)).toThrow(
    /^AuthProxies\.oauth2Proxy \(.*oauth2-proxy\.test\.ts:\d+:\d+\)/,
  );
  expect(() => containerOf(options)).toThrow(message);
});
