import { Ambassador, Ambassadors, type CloudSqlProxyOptions, PodTemplate } from '../../../lib';

const ORDERS = { connectionName: 'shop:europe-west1:orders', engine: 'postgres' as const };
const USERS = { connectionName: 'shop:europe-west1:users', port: 3307 };

const proxy = (options: Partial<CloudSqlProxyOptions> = {}) =>
  Ambassadors.cloudSqlProxy({ instances: [ORDERS, USERS], ...options });

const argsOf = (options?: Partial<CloudSqlProxyOptions>) => proxy(options).toContainer().args!;

test('it checks its health for the kubelet, drains, and gives each instance a port on localhost', () => {
  expect(argsOf()).toEqual([
    '--health-check',
    '--http-address=0.0.0.0',
    '--http-port=9090',
    '--max-sigterm-delay=25s',
    '--exit-zero-on-sigterm',
    '--structured-logs',
    'shop:europe-west1:orders?port=5432',
    'shop:europe-west1:users?port=3307',
  ]);
  expect(argsOf().join(' ')).not.toContain('--address');
  expect(proxy().toContainer()).toMatchObject({
    startupProbe: { httpGet: { path: '/startup', port: 9090 } },
    livenessProbe: { httpGet: { path: '/liveness', port: 9090 } },
    securityContext: { runAsUser: 65532 },
  });
});

test.each([
  [{ address: 'private' as const }, '--private-ip'],
  [{ address: 'psc' as const }, '--psc'],
  [{ autoIamAuthn: true }, '--auto-iam-authn'],
  [{ maxConnections: 10 }, '--max-connections=10'],
  [
    { impersonateServiceAccount: 'db@shop.iam.gserviceaccount.com' },
    '--impersonate-service-account=db@shop.iam.gserviceaccount.com',
  ],
  [{ lazyRefresh: true }, '--lazy-refresh'],
  [{ quitQuitQuit: true }, '--quitquitquit'],
  [{ quitQuitQuit: true, adminPort: 9099 }, '--admin-port=9099'],
  [{ healthPort: 8090 }, '--http-port=8090'],
  [{ drainSeconds: 60 }, '--max-sigterm-delay=60s'],
])('%j is the flag %s', (options, flag) => {
  expect(argsOf(options)).toContain(flag);
});

test('logs can be plain', () => {
  expect(argsOf({ structuredLogs: false })).not.toContain('--structured-logs');
});

test('addresses that differ are flags of each instance, of which the proxy takes one', () => {
  const instances = [ORDERS, { ...USERS, address: 'public' as const, autoIamAuthn: false }];
  const args = argsOf({ address: 'private', autoIamAuthn: true, instances });
  expect(args.slice(-3)).toEqual([
    '--auto-iam-authn',
    'shop:europe-west1:orders?port=5432&private-ip=true',
    'shop:europe-west1:users?port=3307&auto-iam-authn=false',
  ]);
});

test('the key of a service account is a mounted Secret', () => {
  const pod = new PodTemplate({
    main: { name: 'api', image: 'api:1' },
    patterns: [new Ambassador({ container: proxy({ credentials: { name: 'sql', key: 'key.json' } }) })],
  });
  expect(pod.volumes).toEqual([
    {
      name: 'cloud-sql-proxy-credentials',
      secret: { secretName: 'sql', items: [{ key: 'key.json', path: 'credentials.json' }] },
    },
  ]);
  expect(pod.initContainers).toEqual([
    expect.objectContaining({
      args: expect.arrayContaining(['--credentials-file=/etc/cloud-sql-credentials/credentials.json']),
    }),
  ]);
});

test('settings are those of the first instance, and of each by its name', () => {
  expect(proxy().settings).toEqual({
    host: '127.0.0.1',
    port: '5432',
    url: 'postgresql://127.0.0.1:5432',
    'orders.host': '127.0.0.1',
    'orders.port': '5432',
    'orders.url': 'postgresql://127.0.0.1:5432',
    'users.host': '127.0.0.1',
    'users.port': '3307',
  });
});

test('a longer drain lengthens the grace period of the Pod', () => {
  const pod = new PodTemplate({
    main: { name: 'api', image: 'api:1' },
    patterns: [new Ambassador({ container: proxy({ drainSeconds: 60 }) })],
  });
  expect(pod.tryField('terminationGracePeriodSeconds')).toBe(65);
});

test.each([
  [{ instances: [] }, '"instances" is []: specify at least one instance'],
  [
    { instances: [{ ...ORDERS, connectionName: 'orders' }] },
    '"instances[0].connectionName" is "orders": use project:region:instance',
  ],
  [
    { instances: [{ ...ORDERS, connectionName: 'a:b:c?port=1' }] },
    '"instances[0].connectionName" is "a:b:c?port=1": use project:region:instance',
  ],
  [
    { instances: [{ connectionName: 'a:b:c' }] },
    '"instances[0].port" is missing: set it, or set "instances[0].engine"',
  ],
  [{ instances: [{ ...ORDERS, engine: 'oracle' }] }, 'instances[0].engine is "oracle": expected "mysql"'],
  [
    { instances: [ORDERS, { ...USERS, port: 5432 }] },
    '"instances[1].port" is 5432: "instances[0].port" is the same',
  ],
  [
    { instances: [ORDERS, { ...ORDERS, port: 5433 }] },
    '"instances[1].name" is "orders": "instances[0].name" is the same',
  ],
  [{ healthPort: 5432 }, '"healthPort" is 5432: "instances[0].port" is the same'],
  [{ quitQuitQuit: true, adminPort: 9090 }, '"adminPort" is 9090: "healthPort" is the same'],
  [{ adminPort: 9091 }, '"adminPort" is set, but "quitQuitQuit" is not'],
  [{ credentials: { key: 'a' } }, '"credentials.name" is missing: set the name of the Secret or ConfigMap'],
  [
    { impersonateServiceAccount: 'db' },
    '"impersonateServiceAccount" is "db": use the e-mail address of a service account',
  ],
])('%j is refused', (options, message) => {
  expect(() => proxy(options as Partial<CloudSqlProxyOptions>)).toThrow(message);
});
