import { imageNameOf } from './images';
import type { LintedContainer } from './pod';
import { isShell } from './shell/process';

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

/** Arguments that make one of them end at once. */
const ENDING = /--one-time(?!=false)|--watch-interval[=\n]0|--mode[=\n]validate|--dry-run|--version|--help/;

/**
 * The server that a container definitely is, by its image, where it is not told to end, or cannot be by the
 * containers beside it.
 */
export function serverOf(
  container: LintedContainer,
  others: readonly LintedContainer[] = [],
): string | undefined {
  const base = imageNameOf(container.spec.image)?.base;
  if (!base || container.process.parameters || ENDING.test(container.text)) return undefined;
  if (container.spec.env?.some(isOnce) || isAsked(container, others)) return undefined;
  return HELPERS.test(base) || (SERVERS.has(base) && servesBy(container)) ? base : undefined;
}

/** Whether others may ask a container to end, such as the Cloud SQL proxy at `/quitquitquit`. */
function isAsked(container: LintedContainer, others: readonly LintedContainer[]): boolean {
  const { text, spec } = container;
  const canEnd = text.includes('quit') || spec.env?.some(({ name }) => name?.includes('QUIT'));
  return Boolean(canEnd) && !others.every((other) => other === container || neverAsks(other));
}

/** Whether a container runs a script, and no request to end in it. */
const neverAsks = (container: LintedContainer) =>
  isShell(container.process.argv[0]) && !/quit|shutdown/.test(container.text);

const servesBy = ({ spec: { command, args = [] } }: LintedContainer) =>
  !command?.length && (args.length === 0 || args[0].startsWith('-'));

const isOnce = ({ name, value }: { name?: string; value?: string }) =>
  (/^GIT_?SYNC_ONE_TIME$/.test(name ?? '') && value === 'true') || (name === 'METHOD' && value === 'LIST');
