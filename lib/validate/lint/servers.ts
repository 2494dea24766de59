import { imageNameOf } from './images';
import type { LintedContainer } from './pod';

/** Proxies, exporters, shippers and watchers that run until they are stopped, whatever they are given. */
const HELPERS = new RegExp(
  `^(${[
    'cloud-?sql-proxy',
    'gce-proxy',
    'alloydb-auth-proxy',
    'oauth2-proxy',
    'kube-rbac-proxy',
    'envoy',
    'proxyv2',
    'haproxy',
    'pgbouncer',
    'twemproxy',
    'mcrouter',
    'ghostunnel',
    'cloudflared',
    'fluentd',
    'fluent-bit',
    'filebeat',
    'promtail',
    'vector',
    'telegraf',
    'opentelemetry-collector[\\w-]*',
    'aws-otel-collector',
    '[\\w-]+[-_]exporter',
    'git-sync',
    'k8s-sidecar',
    'configmap-reload',
    'prometheus-config-reloader',
  ].join('|')})$`,
);

/** Servers whose images are also started as their own clients: without a command they serve. */
const SERVERS: ReadonlySet<string> = new Set([
  'nginx',
  'httpd',
  'caddy',
  'traefik',
  'redis',
  'valkey',
  'memcached',
  'postgres',
  'mysql',
  'mariadb',
  'mongo',
  'rabbitmq',
]);

/** Arguments that make one of them end when asked, or at once. */
const ENDING =
  /quit|--one-time(?!=false)|--watch-interval[=\n]0|--mode[=\n]validate|--dry-run|--version|--help/;

/** The server that a container definitely is, by its image, where it is not told to end. */
export function serverOf(container: LintedContainer): string | undefined {
  const base = imageNameOf(container.spec.image)?.base;
  if (
    !base ||
    container.process.parameters ||
    ENDING.test(container.text) ||
    container.spec.env?.some(isOnce)
  ) {
    return undefined;
  }
  return HELPERS.test(base) || (SERVERS.has(base) && servesBy(container)) ? base : undefined;
}

const servesBy = ({ spec: { command, args = [] } }: LintedContainer) =>
  !command?.length && (args.length === 0 || args[0].startsWith('-'));

const isOnce = ({ name, value }: { name?: string; value?: string }) =>
  (/^GIT_?SYNC_ONE_TIME$/.test(name ?? '') && value === 'true') || (name === 'METHOD' && value === 'LIST');
