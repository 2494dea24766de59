import { Adapters, Ambassadors, type Companion } from '../../lib';

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
  'Ambassadors.pgBouncer': () =>
    Ambassadors.pgBouncer({
      host: 'db.example.com',
      authFile: { name: 'db', key: 'users' },
      mainEnv: { PGHOST: 'host', PGPORT: 'port' },
    }),
};
