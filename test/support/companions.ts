import {
  Adapters,
  Ambassadors,
  AuthProxies,
  type Companion,
  ConfigReloaders,
  LogOutput,
  LogParser,
  LogShippers,
} from '../../lib';

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
  'ConfigReloaders.configmapReload': () =>
    ConfigReloaders.configmapReload({ watch: ['/etc/live'], url: 'http://127.0.0.1:9090/-/reload' }),
  'ConfigReloaders.k8sSidecar': () =>
    ConfigReloaders.k8sSidecar({ label: 'grafana_dashboard', folder: '/var/lib/dashboards' }),
  'LogShippers.fluentBit': () =>
    LogShippers.fluentBit({
      files: ['/var/log/app/app.log'],
      parser: LogParser.json({ timeKey: 'time' }),
      outputs: [LogOutput.loki({ url: 'http://loki.monitoring:3100', labels: { app: 'web' } })],
    }),
  'LogShippers.vector': () =>
    LogShippers.vector({
      files: ['/var/log/app/*.log'],
      firstLine: '^[0-9]{4}-',
      outputs: [LogOutput.stdout()],
    }),
};
