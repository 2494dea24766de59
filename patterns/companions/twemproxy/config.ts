import { Yaml } from 'cdk8s';
import type { TwemproxyPool, TwemproxyServer } from './pool';

/** Variable that has the password of a pool. */
export const passwordVariable = (index: number) => `REDIS_AUTH_${index}`;

/** Content of `nutcracker.yml`. A password is the name of its variable, which the script replaces. */
export const nutcrackerConfig = (pools: readonly TwemproxyPool[]): string =>
  Yaml.stringify(Object.fromEntries(pools.map((pool, index) => [pool.name, poolConfig(pool, index)])));

function poolConfig(pool: TwemproxyPool, index: number): object {
  const { protocol = 'redis', password } = pool;
  return defined({
    listen: `127.0.0.1:${pool.port}`,
    hash: pool.hash ?? 'fnv1a_64',
    hash_tag: pool.hashTag,
    distribution: pool.distribution ?? 'ketama',
    redis: protocol === 'redis',
    redis_auth: password && passwordVariable(index),
    redis_db: pool.database,
    timeout: pool.timeoutMilliseconds ?? 5000,
    auto_eject_hosts: pool.ejectServers ?? false,
    server_failure_limit: pool.failureLimit,
    server_retry_timeout: pool.retryMilliseconds,
    server_connections: pool.serverConnections,
    client_connections: pool.clientConnections,
    preconnect: pool.preconnect,
    tcpkeepalive: true,
    servers: pool.servers.map((server) => serverLine(server, protocol)),
  });
}

const serverLine = ({ host, port, weight = 1, name }: TwemproxyServer, protocol: string) =>
  `${host}:${port ?? defaultPort(protocol)}:${weight}${name === undefined ? '' : ` ${name}`}`;

export const defaultPort = (protocol = 'redis') => (protocol === 'memcache' ? 11211 : 6379);

const defined = (fields: { readonly [field: string]: unknown }) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
