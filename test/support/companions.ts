import { Adapters, Ambassadors, AuthProxies, type Companion } from '../../lib';

/** A companion of each kind, as a user makes one, by the method that makes it. */
export const COMPANIONS: { readonly [method: string]: () => Companion } = {
  'Adapters.redisMetrics': () => Adapters.redisMetrics({ password: { name: 'redis', key: 'password' } }),
  'AuthProxies.kubeRbacProxy': () =>
    AuthProxies.kubeRbacProxy({
      upstreamPort: 8080,
      namespace: 'default',
      resource: { resource: 'services' },
    }),
  'AuthProxies.nginxBasicAuth': () =>
    AuthProxies.nginxBasicAuth({ upstreamPort: 8080, users: { name: 'web', key: 'htpasswd' } }),
  'AuthProxies.oauth2Proxy': () =>
    AuthProxies.oauth2Proxy({
      upstreamPort: 8080,
      issuerUrl: 'https://login.example.com',
      clientId: 'web',
      clientSecret: { name: 'login', key: 'client-secret' },
      cookieSecret: { name: 'login', key: 'cookie-secret' },
      emailDomains: ['example.com'],
    }),
  'Ambassadors.pgBouncer': () =>
    Ambassadors.pgBouncer({
      host: 'db.example.com',
      authFile: { name: 'db', key: 'users' },
      mainEnv: { PGHOST: 'host', PGPORT: 'port' },
    }),
};
