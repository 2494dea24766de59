import type { Program } from '../program';
import { oneDash } from './one-dash';

/** Exporters of metrics, with the sources of what is said of each. */
export const EXPORTERS: readonly Program[] = [
  {
    // https://github.com/nginx/nginx-prometheus-exporter/blob/main/exporter.go: it accepts one dash, but says
    // "the flag format is deprecated and will be removed in a future release" since 1.0.0
    name: 'nginx-prometheus-exporter',
    images: ['nginx-prometheus-exporter', 'bitnami/nginx-exporter', 'bitnamilegacy/nginx-exporter'],
    exporter: { port: 9113, variable: 'LISTEN_ADDRESS' },
    changes: [oneDash('1.0.0', 'deprecated')],
  },
  {
    // https://github.com/oliver006/redis_exporter/blob/master/README.md
    name: 'redis_exporter',
    images: ['redis_exporter', 'redis-exporter'],
    exporter: { port: 9121, variable: 'REDIS_EXPORTER_WEB_LISTEN_ADDRESS' },
  },
  {
    // https://github.com/prometheus-community/postgres_exporter/blob/master/CHANGELOG.md
    name: 'postgres_exporter',
    images: ['postgres_exporter', 'postgres-exporter'],
    exporter: { port: 9187 },
    changes: [
      {
        since: '0.20.0',
        fate: 'removed',
        names: {
          'disable-settings-metrics': '--no-collector.settings',
          'collector.replication_slot': '--collector.replication_slots',
          'no-collector.replication_slot': '--no-collector.replication_slots',
        },
      },
      {
        since: '0.13.0',
        fate: 'deprecated',
        names: {
          'auto-discover-databases': 'an exporter for each database, or sql_exporter',
          'extend.query-path': 'sql_exporter for queries of your own',
          constantLabels: 'labels that Prometheus adds to the target',
          'exclude-databases': '',
          'include-databases': '',
          PG_EXPORTER_AUTO_DISCOVER_DATABASES: 'an exporter for each database, or sql_exporter',
          PG_EXPORTER_EXTEND_QUERY_PATH: 'sql_exporter for queries of your own',
        },
      },
    ],
  },
  {
    // https://github.com/prometheus/mysqld_exporter/blob/main/CHANGELOG.md
    name: 'mysqld_exporter',
    images: ['mysqld_exporter', 'mysqld-exporter'],
    exporter: { port: 9104 },
    changes: [
      {
        since: '0.15.0',
        fate: 'removed',
        names: {
          DATA_SOURCE_NAME:
            '--mysqld.address and --mysqld.username, with MYSQLD_EXPORTER_PASSWORD from a Secret',
        },
      },
    ],
  },
  {
    // https://github.com/prometheus/statsd_exporter/blob/master/CHANGELOG.md
    name: 'statsd_exporter',
    images: ['statsd_exporter', 'statsd-exporter'],
    exporter: { port: 9102 },
    changes: [
      { since: '0.7.0', fate: 'removed', names: { 'statsd.listen-address': '--statsd.listen-udp' } },
      oneDash('0.7.0', 'removed'),
    ],
  },
  {
    // https://github.com/prometheus/node_exporter/blob/master/CHANGELOG.md
    name: 'node_exporter',
    images: ['node_exporter', 'node-exporter'],
    exporter: { port: 9100 },
    changes: [
      {
        since: '1.2.0',
        fate: 'deprecated',
        names: {
          'collector.filesystem.ignored-mount-points': '--collector.filesystem.mount-points-exclude',
          'collector.filesystem.ignored-fs-types': '--collector.filesystem.fs-types-exclude',
        },
      },
      {
        since: '1.1.0',
        fate: 'deprecated',
        names: {
          'collector.netdev.device-whitelist': '--collector.netdev.device-include',
          'collector.netdev.device-blacklist': '--collector.netdev.device-exclude',
          'collector.systemd.unit-whitelist': '--collector.systemd.unit-include',
          'collector.systemd.unit-blacklist': '--collector.systemd.unit-exclude',
        },
      },
    ],
  },
  {
    // https://github.com/hipages/php-fpm_exporter/blob/master/README.md
    name: 'php-fpm_exporter',
    images: ['php-fpm_exporter', 'php-fpm-exporter'],
    exporter: { port: 9253, variable: 'PHP_FPM_WEB_LISTEN_ADDRESS' },
  },
  {
    // https://github.com/prometheus-community/json_exporter/blob/master/cmd/main.go
    name: 'json_exporter',
    images: ['json_exporter', 'prometheuscommunity/json-exporter'],
    exporter: { port: 7979 },
  },
  // https://github.com/prometheus/prometheus/wiki/Default-port-allocations
  ...[
    ['memcached', 9150] as const,
    ['elasticsearch', 9114] as const,
    ['blackbox', 9115] as const,
    ['pgbouncer', 9127] as const,
    ['haproxy', 9101] as const,
  ].map(([subject, port]) => ({
    name: `${subject}_exporter`,
    images: [`${subject}_exporter`, `${subject}-exporter`],
    exporter: { port },
  })),
];
