import { parse } from 'yaml';
import { Ambassadors, type TwemproxyOptions, type TwemproxyPool } from '../../../lib';

const POOL: TwemproxyPool = { name: 'cache', port: 6380, servers: [{ host: 'redis-0.redis' }] };

const withPools = (...pools: Partial<TwemproxyPool>[]) =>
  Ambassadors.twemproxy({ pools: pools.map((pool) => ({ ...POOL, ...pool })) });

const configOf = (pool: Partial<TwemproxyPool>) =>
  (parse(withPools(pool).toConfigFiles()['nutcracker.yml']) as any)[pool.name ?? 'cache'];

test('a pool listens on localhost, with defaults that are written down', () => {
  expect(configOf({})).toEqual({
    listen: '127.0.0.1:6380',
    hash: 'fnv1a_64',
    distribution: 'ketama',
    redis: true,
    timeout: 5000,
    auto_eject_hosts: false,
    tcpkeepalive: true,
    servers: ['redis-0.redis:6379:1'],
  });
});

test('each option of a pool is a setting', () => {
  const config = configOf({
    distribution: 'modula',
    hash: 'crc32a',
    hashTag: '{}',
    database: 3,
    timeoutMilliseconds: 400,
    ejectServers: true,
    failureLimit: 3,
    retryMilliseconds: 2000,
    serverConnections: 4,
    clientConnections: 100,
    preconnect: true,
  });
  expect(config).toMatchObject({
    distribution: 'modula',
    hash: 'crc32a',
    hash_tag: '{}',
    redis_db: 3,
    timeout: 400,
    auto_eject_hosts: true,
    server_failure_limit: 3,
    server_retry_timeout: 2000,
    server_connections: 4,
    client_connections: 100,
    preconnect: true,
  });
});

test.each([
  [{ host: '10.0.0.1', port: 7000, weight: 3, name: 'shard-1' }, '10.0.0.1:7000:3 shard-1'],
  [{ host: 'redis-1.redis', name: 'b' }, 'redis-1.redis:6379:1 b'],
  [{ host: '2001:db8::1' }, '2001:db8::1:6379:1'],
])('the server %j is %s', (server, line) => {
  expect(configOf({ servers: [server] }).servers).toEqual([line]);
});

test('servers of memcached have its port, and no URL', () => {
  expect(configOf({ protocol: 'memcache' })).toMatchObject({
    redis: false,
    servers: ['redis-0.redis:11211:1'],
  });
  expect(withPools({ protocol: 'memcache' }).settings).not.toHaveProperty('url');
});

test('settings are those of the first pool, and of each by its name', () => {
  expect(withPools({}, { name: 'sessions', port: 6381 }).settings).toEqual({
    host: '127.0.0.1',
    port: '6380',
    url: 'redis://127.0.0.1:6380',
    'cache.host': '127.0.0.1',
    'cache.port': '6380',
    'cache.url': 'redis://127.0.0.1:6380',
    'sessions.host': '127.0.0.1',
    'sessions.port': '6381',
    'sessions.url': 'redis://127.0.0.1:6381',
  });
});

test('statistics are for localhost only', () => {
  const { args } = Ambassadors.twemproxy({ pools: [POOL], statsPort: 22223, bufferSize: 512 }).toContainer();
  expect(args).toEqual(['-a', '127.0.0.1', '-s', '22223', '-m', '512']);
});

test('a password is a variable, which the script writes to memory, and nowhere in the ConfigMap', () => {
  const password = { name: 'redis', key: 'password' };
  const companion = withPools({}, { name: 'sessions', port: 6381, password });
  expect(companion.toContainer()).toMatchObject({
    env: [{ name: 'REDIS_AUTH_1', valueFrom: { secretKeyRef: password } }],
    volumeMounts: [
      { name: 'twemproxy-config', mountPath: '/etc/twemproxy', readOnly: true },
      { name: 'twemproxy-rendered', mountPath: '/run/twemproxy' },
    ],
  });
  expect(companion.toConfigFiles()['nutcracker.yml']).toContain('  redis_auth: REDIS_AUTH_1\n');
});

const bad = (pool: object) => ({ pools: [{ ...POOL, ...pool }] }) as unknown as TwemproxyOptions;

test.each([
  [{ pools: [] }, '"pools" is []: specify at least one pool of servers'],
  [bad({ name: 'Cache' }), '"pools[0].name" is "Cache": use up to 30 lower-case letters'],
  [bad({ port: 65536 }), '"pools[0].port" is 65536: use an integer from 1 to 65535'],
  [bad({ servers: [] }), '"pools[0].servers" is []: specify at least one server'],
  [
    bad({ servers: [{ host: 'redis:6379' }] }),
    '"pools[0].servers[0].host" is "redis:6379": use the host alone',
  ],
  [
    bad({ servers: [{ host: 'a', weight: 0 }] }),
    '"pools[0].servers[0].weight" is 0: use an integer of at least 1',
  ],
  [bad({ servers: [{ host: 'a', name: 'a b' }] }), '"pools[0].servers[0].name" is "a b": use letters'],
  [
    bad({ servers: [{ host: 'a' }, { host: 'a' }] }),
    '"pools[0].servers[1]" is "a:6379": "pools[0].servers[0]" is the same',
  ],
  [bad({ hashTag: '{' }), '"pools[0].hashTag" is "{": use two characters, such as "{}"'],
  [bad({ timeoutMilliseconds: 0.5 }), '"pools[0].timeoutMilliseconds" is 0.5: use an integer of at least 1'],
  [
    bad({ password: { key: 'p' } }),
    '"pools[0].password.name" is missing: set the name of the Secret or ConfigMap',
  ],
  [
    bad({ protocol: 'memcache', password: { name: 'a', key: 'b' } }),
    '"pools[0].password" is set, but "pools[0].protocol" is "memcache": remove one',
  ],
  [
    bad({ protocol: 'memcache', database: 1 }),
    '"pools[0].database" is set, but "pools[0].protocol" is "memcache"',
  ],
  [bad({ hash: 'sha1' }), 'pools[0].hash is "sha1": expected "one_at_a_time"'],
  [bad({ password: 's3cret' }), 'expected the key of a Secret'],
  [{ pools: [POOL, { ...POOL, port: 1 }] }, '"pools[1].name" is "cache": "pools[0].name" is the same'],
  [{ pools: [POOL, { ...POOL, name: 'b' }] }, '"pools[1].port" is 6380: "pools[0].port" is the same'],
  [{ pools: [POOL], statsPort: 6380 }, '"statsPort" is 6380: "pools[0].port" is the same'],
  [{ pools: [POOL], bufferSize: 100 }, '"bufferSize" is 100: use an integer of at least 512'],
])('%j is refused', (options: TwemproxyOptions, message) => {
  expect(() => Ambassadors.twemproxy(options)).toThrow(message);
});
