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
  'Adapters.grpcGateway': () =>
    Adapters.grpcGateway({
      services: ['shop.v1.Orders'],
      descriptorConfigMap: { name: 'shop-descriptor', key: 'shop.pb' },
    }),
  'Adapters.jsonMetrics': () =>
    Adapters.jsonMetrics({
      modules: [
        {
          url: 'http://127.0.0.1:8080/stats',
          metrics: [{ name: 'queue_length', path: '{.queue.length}', valueType: 'gauge' }],
        },
      ],
    }),
  'Adapters.mysqlMetrics': () =>
    Adapters.mysqlMetrics({ username: 'exporter', password: { name: 'mysql', key: 'exporter' } }),
  'Adapters.nginxMetrics': () => Adapters.nginxMetrics({ nginxPort: 8080 }),
  'Adapters.phpFpmMetrics': () => Adapters.phpFpmMetrics({ statusPath: '/fpm-status' }),
  'Adapters.postgresMetrics': () =>
    Adapters.postgresMetrics({ username: 'exporter', password: { name: 'postgres', key: 'exporter' } }),
  'Adapters.redisMetrics': () => Adapters.redisMetrics({ password: { name: 'redis', key: 'password' } }),
  'Adapters.statsdMetrics': () =>
    Adapters.statsdMetrics({
      mappings: [{ match: 'shop.*.orders', name: 'orders_total', labels: { country: '$1' } }],
      mainEnv: { STATSD_HOST: 'host', STATSD_PORT: 'port' },
    }),
  'Ambassadors.cloudSqlProxy': () =>
    Ambassadors.cloudSqlProxy({
      instances: [{ connectionName: 'shop:europe-west1:orders', engine: 'postgres' }],
      address: 'private',
      mainEnv: { DATABASE_URL: 'url' },
    }),
  'Ambassadors.envoy': () =>
    Ambassadors.envoy({
      listeners: [
        {
          name: 'api',
          port: 8081,
          protocol: 'http',
          hosts: [{ host: 'api.example.com', port: 443 }],
          tls: {},
        },
      ],
      mainEnv: { API_URL: 'url' },
    }),
  'Ambassadors.haProxy': () =>
    Ambassadors.haProxy({
      backends: [
        {
          name: 'cache',
          port: 6379,
          servers: [
            { host: 'redis-0.redis', port: 6379 },
            { host: 'redis-1.redis', port: 6379, backup: true },
          ],
          check: { type: 'redis' },
          scheme: 'redis',
        },
      ],
      mainEnv: { REDIS_URL: 'url' },
    }),
  'AuthProxies.kubeRbacProxy': () =>
    AuthProxies.kubeRbacProxy({
      upstreamPort: 8080,
      namespace: 'default',
      resource: { resource: 'services' },
    }),
  'AuthProxies.nginxBasicAuth': () =>
    AuthProxies.nginxBasicAuth({ upstreamPort: 3000, users: { name: 'web', key: 'htpasswd' } }),
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
  'Ambassadors.socat': () =>
    Ambassadors.socat({ port: 5432, host: 'db.example.com', mainEnv: { PGHOST: 'host', PGPORT: 'port' } }),
  'Ambassadors.stunnel': () =>
    Ambassadors.stunnel({
      host: 'redis.example.com',
      hostPort: 6380,
      port: 6379,
      caSecret: { name: 'redis-ca', key: 'ca.crt' },
      scheme: 'redis',
      mainEnv: { REDIS_URL: 'url' },
    }),
  'Ambassadors.twemproxy': () =>
    Ambassadors.twemproxy({
      pools: [
        {
          name: 'cache',
          port: 6380,
          servers: [{ host: 'redis-0.redis' }, { host: 'redis-1.redis', weight: 2 }],
        },
      ],
      mainEnv: { REDIS_URL: 'url' },
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
