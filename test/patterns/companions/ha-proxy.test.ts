import { Ambassadors, type HaProxyBackend, type HaProxyOptions } from '../../../lib';

const BACKEND: HaProxyBackend = {
  name: 'cache',
  port: 6379,
  servers: [{ host: 'redis-0.redis', port: 6380 }],
};

const proxy = (backend: Partial<HaProxyBackend> = {}, options: Partial<HaProxyOptions> = {}) =>
  Ambassadors.haProxy({ backends: [{ ...BACKEND, ...backend }], ...options });

/** Lines of a section, by its title. */
const sectionOf = (companion: ReturnType<typeof proxy>, title: string) =>
  companion
    .toConfigFiles()
    ['haproxy.cfg'].split('\n\n')
    .map((section) => section.trim().split(/\n */))
    .find(([first]) => first === title)
    ?.slice(1);

test('a backend listens on localhost and connects to its servers', () => {
  expect(sectionOf(proxy(), 'listen cache')).toEqual([
    'bind 127.0.0.1:6379',
    'balance roundrobin',
    'server cache-0 redis-0.redis:6380',
  ]);
});

test('servers have weights, a limit and a check', () => {
  const servers = [
    { host: 'a', port: 1, weight: 3 },
    { host: '2001:db8::1', port: 2, backup: true },
  ];
  const check = { intervalSeconds: 2, fall: 4, rise: 1 };
  expect(
    sectionOf(proxy({ servers, check, serverConnections: 50, balance: 'leastconn' }), 'listen cache'),
  ).toEqual([
    'bind 127.0.0.1:6379',
    'balance leastconn',
    'server cache-0 a:1 weight 3 maxconn 50 check inter 2s fall 4 rise 1',
    'server cache-1 2001:db8::1:2 backup maxconn 50 check inter 2s fall 4 rise 1',
  ]);
});

test.each([
  [{ type: 'redis' as const }, 'tcp-check send PING\\r\\n'],
  [{ type: 'mysql' as const, user: 'haproxy' }, 'option mysql-check user haproxy'],
  [{ type: 'pgsql' as const, user: 'haproxy' }, 'option pgsql-check user haproxy'],
])('the check %j is made with "%s"', (check, line) => {
  expect(sectionOf(proxy({ check }), 'listen cache')).toContain(line);
});

describe('TLS', () => {
  const serverLine = (tls: HaProxyBackend['tls']) => sectionOf(proxy({ tls }), 'listen cache')!.at(-1);

  test.each([
    [
      {},
      'ssl verify required ca-file /etc/ssl/certs/ca-certificates.crt verifyhost redis-0.redis sni str(redis-0.redis) check-sni redis-0.redis',
    ],
    [
      { serverName: 'redis.example.com', caConfigMap: { name: 'ca', key: 'k' } },
      'ssl verify required ca-file /etc/haproxy-tls/cache/ca.pem verifyhost redis.example.com sni str(redis.example.com) check-sni redis.example.com',
    ],
    [{ verify: false }, 'ssl verify none sni str(redis-0.redis) check-sni redis-0.redis'],
  ])('%j is %s', (tls, words) => {
    expect(serverLine(tls)).toBe(`server cache-0 redis-0.redis:6380 ${words}`);
  });

  test('files of the user are in one volume for each backend, the key where HAProxy looks for it', () => {
    const tls = { caSecret: { name: 'ca', key: 'ca.crt' }, clientSecret: 'client' };
    const companion = Ambassadors.haProxy({ backends: [{ ...BACKEND, tls }], name: 'lb' });
    expect(companion.toContainer().volumeMounts).toContainEqual({
      name: 'lb-cache-tls',
      mountPath: '/etc/haproxy-tls/cache',
      readOnly: true,
    });
    expect(sectionOf(companion, 'listen cache')!.at(-1)).toContain(' crt /etc/haproxy-tls/cache/client.pem');
  });
});

test('names are looked up again only if that is asked for', () => {
  const host = 'redis.shop.svc.cluster.local';
  const servers = [
    { host, port: 1 },
    { host: '10.0.0.1', port: 1 },
  ];
  const companion = proxy({ servers }, { followDns: true });
  expect(sectionOf(companion, 'resolvers pod')).toContain('parse-resolv-conf');
  expect(sectionOf(companion, 'listen cache')).toEqual(
    expect.arrayContaining([
      `server cache-0 ${host}:1 resolvers pod init-addr last,libc,none`,
      'server cache-1 10.0.0.1:1',
    ]),
  );
  expect(sectionOf(proxy({ servers }), 'resolvers pod')).toBeUndefined();
});

test('health is served on the addresses of the Pod, and each backend counts', () => {
  const backends = [BACKEND, { ...BACKEND, name: 'db', port: 5432 }];
  const companion = Ambassadors.haProxy({ backends, healthPort: 9000, healthAddress: '::' });
  expect(sectionOf(companion, 'frontend companion-health')).toEqual(
    expect.arrayContaining([
      'bind :::9000',
      'http-request return status 503 if { path /ready } { nbsrv(cache) lt 1 }',
      'http-request return status 503 if { path /ready } { nbsrv(db) lt 1 }',
    ]),
  );
  expect(companion.toContainer()).toMatchObject({
    ports: [{ containerPort: 9000 }],
    startupProbe: { httpGet: { path: '/live', port: 9000 } },
    livenessProbe: { httpGet: { path: '/live', port: 9000 } },
  });
});

test('timeouts, limits and the time to drain are those of the options', () => {
  const companion = proxy(
    {},
    { connectTimeoutSeconds: 2, idleTimeoutSeconds: 60, maxConnections: 10, drainSeconds: 50 },
  );
  expect(sectionOf(companion, 'global')).toEqual(
    expect.arrayContaining(['maxconn 10', 'hard-stop-after 50s']),
  );
  expect(sectionOf(companion, 'defaults')).toEqual(
    expect.arrayContaining(['timeout connect 2s', 'timeout client 60s', 'timeout server 60s']),
  );
});

test('a URL needs a scheme', () => {
  expect(proxy().settings).toEqual({
    host: '127.0.0.1',
    port: '6379',
    'cache.host': '127.0.0.1',
    'cache.port': '6379',
  });
  expect(proxy({ scheme: 'redis' }).settings).toMatchObject({ url: 'redis://127.0.0.1:6379' });
});

const bad = (backend: object, options: object = {}) =>
  ({ backends: [{ ...BACKEND, ...backend }], ...options }) as unknown as HaProxyOptions;
const CA = { name: 'ca', key: 'ca.crt' };

test.each([
  [{ backends: [] }, '"backends" is []: specify at least one backend'],
  [bad({ servers: [] }), '"backends[0].servers" is []: specify at least one server'],
  [
    bad({ servers: [{ host: 'tcp://a', port: 1 }] }),
    '"backends[0].servers[0].host" is "tcp://a": remove "tcp://"',
  ],
  [
    bad({ servers: [{ host: 'a', port: 0 }] }),
    '"backends[0].servers[0].port" is 0: use an integer from 1 to 65535',
  ],
  [
    bad({ servers: [{ host: 'a', port: 1, weight: 300 }] }),
    '"backends[0].servers[0].weight" is 300: use an integer from 1 to 256',
  ],
  [bad({ balance: 'fastest' }), 'backends[0].balance is "fastest": expected "roundrobin"'],
  [
    bad({ check: { type: 'pgsql' } }),
    '"backends[0].check.user" is missing: a check of type "pgsql" needs a user',
  ],
  [
    bad({ check: { user: 'a' } }),
    '"backends[0].check.user" is set, but a check of type "tcp" has no user: remove it',
  ],
  [bad({ check: { type: 'mysql', user: 'a b' } }), '"backends[0].check.user" is "a b": use letters'],
  [bad({ check: { fall: 0 } }), '"backends[0].check.fall" is 0: use an integer of at least 1'],
  [
    bad({ check: { type: 'pgsql', user: 'a' }, tls: {} }),
    'which this protocol negotiates itself: remove "tls"',
  ],
  [
    bad({ tls: { caSecret: CA, caConfigMap: CA } }),
    '"backends[0].tls.caSecret" and "backends[0].tls.caConfigMap" are both set: keep one',
  ],
  [
    bad({ tls: { caSecret: CA, verify: false } }),
    '"backends[0].tls.verify" is false, but "backends[0].tls.caSecret" is set',
  ],
  [
    bad({ tls: {}, servers: [{ host: '10.0.0.1', port: 1 }] }),
    '"backends[0].tls.serverName" is missing: the server is 10.0.0.1',
  ],
  [
    bad({}, { followDns: true, backends: [{ ...BACKEND, servers: [{ host: 'redis', port: 1 }] }] }),
    'use a fully qualified name with "followDns", such as "redis.shop.svc.cluster.local"',
  ],
  [bad({}, { healthAddress: 'localhost' }), '"healthAddress" is "localhost": use an IP address'],
  [bad({}, { healthPort: 6379 }), '"healthPort" is 6379: "backends[0].port" is the same: use another value'],
  [bad({}, { drainSeconds: 0 }), '"drainSeconds" is 0: use an integer of at least 1'],
  [bad({ scheme: 'redis://' }), '"backends[0].scheme" is "redis://": use the scheme alone, such as "redis"'],
])('%j is refused', (options: HaProxyOptions, message) => {
  expect(() => Ambassadors.haProxy(options)).toThrow(message);
});
