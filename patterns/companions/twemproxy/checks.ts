import type { OptionCheck } from '../base/option-check';
import { defaultPort } from './config';
import type { TwemproxyPool, TwemproxyServer } from './pool';

/** @throws Error if twemproxy would refuse a pool, or could not do what it says */
export function assertPools(check: OptionCheck, pools: readonly TwemproxyPool[]): void {
  check.notEmpty('pools', pools, 'one pool of servers');
  pools.forEach((pool, index) => assertPool(check, `pools[${index}]`, pool));
  check.distinct(pools.map(({ name }, index) => [`pools[${index}].name`, name] as const));
}

function assertPool(check: OptionCheck, at: string, pool: TwemproxyPool): void {
  check.name(`${at}.name`, pool.name);
  check.port(`${at}.port`, pool.port);
  for (const option of ['timeoutMilliseconds', 'failureLimit', 'retryMilliseconds'] as const) {
    check.count(`${at}.${option}`, pool[option], 1);
  }
  check.count(`${at}.serverConnections`, pool.serverConnections, 1);
  check.count(`${at}.clientConnections`, pool.clientConnections, 1);
  check.count(`${at}.database`, pool.database);
  if (pool.hashTag !== undefined && !/^[!-~]{2}$/.test(pool.hashTag)) {
    check.fail(`${at}.hashTag`, pool.hashTag, 'use two characters, such as "{}"');
  }
  assertRedis(check, at, pool);
  check.notEmpty(`${at}.servers`, pool.servers, 'one server');
  pool.servers.forEach((server, index) => assertServer(check, `${at}.servers[${index}]`, server));
  assertDistinct(check, at, pool);
}

function assertRedis(check: OptionCheck, at: string, { protocol, password, database }: TwemproxyPool): void {
  check.key(`${at}.password`, password);
  if (protocol !== 'memcache') return;
  const option = password ? 'password' : database === undefined ? undefined : 'database';
  if (option) {
    check.contradiction(`"${at}.${option}" is set, but "${at}.protocol" is "memcache": remove one`);
  }
}

function assertServer(check: OptionCheck, at: string, { host, port, weight, name }: TwemproxyServer): void {
  check.host(`${at}.host`, host);
  check.port(`${at}.port`, port);
  check.count(`${at}.weight`, weight, 1);
  if (name !== undefined && !/^[\w.:-]+$/.test(name)) {
    check.fail(`${at}.name`, name, 'use letters, digits, ".", "_", ":" and "-"');
  }
}

/** Servers without a name have their address as name (conf_validate_server, 0.5.0). */
function assertDistinct(check: OptionCheck, at: string, { servers, protocol }: TwemproxyPool): void {
  const entries = servers.map(({ host, port, name }, index) => {
    const own = `${at}.servers[${index}]`;
    return name === undefined
      ? ([own, `${host}:${port ?? defaultPort(protocol)}`] as const)
      : ([`${own}.name`, name] as const);
  });
  check.distinct(entries);
}
