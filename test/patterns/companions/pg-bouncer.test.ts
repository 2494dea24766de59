import { Ambassador, Ambassadors, PodTemplate, type PgBouncerOptions } from '../../../lib';

const OPTIONS: PgBouncerOptions = { host: 'db.example.com', authFile: { name: 'db', key: 'users' } };

const pool = (options: Partial<PgBouncerOptions> = {}) => Ambassadors.pgBouncer({ ...OPTIONS, ...options });

const linesOf = (options: Partial<PgBouncerOptions> = {}) =>
  pool(options).toConfigFiles()['pgbouncer.ini'].split('\n');

test('it listens on localhost alone, for each database of the server', () => {
  expect(linesOf()).toEqual([
    '[databases]',
    '* = host=db.example.com port=5432',
    '',
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    'listen_port = 6432',
    'unix_socket_dir = ',
    'auth_type = scram-sha-256',
    'auth_file = /etc/pgbouncer-auth/userlist.txt',
    'pool_mode = session',
    'default_pool_size = 20',
    'max_client_conn = 100',
    'server_tls_sslmode = prefer',
    'ignore_startup_parameters = extra_float_digits',
    '',
  ]);
});

test.each([
  [{ port: 5432 }, 'listen_port = 5432'],
  [{ poolMode: 'transaction' as const }, 'pool_mode = transaction'],
  [{ authType: 'md5' as const }, 'auth_type = md5'],
  [{ authUser: 'pgbouncer' }, 'auth_user = pgbouncer'],
  [{ authUser: 'a', authQuery: 'SELECT u, p FROM f($1)' }, 'auth_query = SELECT u, p FROM f($1)'],
  [{ authUser: 'a', authDatabase: 'postgres' }, 'auth_dbname = postgres'],
  [{ poolSize: 5, minPoolSize: 5 }, 'min_pool_size = 5'],
  [{ reservePoolSize: 3 }, 'reserve_pool_size = 3'],
  [{ maxDatabaseConnections: 50 }, 'max_db_connections = 50'],
  [{ maxClients: 500 }, 'max_client_conn = 500'],
  [{ maxPreparedStatements: 0 }, 'max_prepared_statements = 0'],
  [{ queryWaitSeconds: 0 }, 'query_wait_timeout = 0'],
  [{ idleServerSeconds: 30 }, 'server_idle_timeout = 30'],
  [
    { ignoreStartupParameters: ['options', 'search_path'] },
    'ignore_startup_parameters = options,search_path',
  ],
  [{ tls: 'require' as const }, 'server_tls_sslmode = require'],
])('%j is the setting "%s"', (options, line) => {
  expect(linesOf(options)).toContain(line);
});

test('databases have their own servers and pools, and quotes are escaped', () => {
  const databases = [
    { name: 'orders', database: "it's", user: 'app user', host: '2001:db8::1', hostPort: 5433 },
    { name: 'reports', poolMode: 'statement' as const, poolSize: 2 },
  ];
  expect(linesOf({ databases }).slice(0, 4)).toEqual([
    '[databases]',
    "orders = host=2001:db8::1 port=5433 dbname='it''s' user='app user'",
    'reports = host=db.example.com port=5432 pool_mode=statement pool_size=2',
    '',
  ]);
  expect(pool({ databases }).settings).toEqual({
    host: '127.0.0.1',
    port: '6432',
    url: 'postgresql://127.0.0.1:6432/orders',
    database: 'orders',
    'orders.url': 'postgresql://127.0.0.1:6432/orders',
    'reports.url': 'postgresql://127.0.0.1:6432/reports',
  });
});

describe('TLS', () => {
  const tlsLines = (options: Partial<PgBouncerOptions>) =>
    linesOf(options).filter((line) => line.startsWith('server_tls'));

  test('an authority of the user checks everything', () => {
    expect(tlsLines({ caSecret: { name: 'ca', key: 'ca.crt' } })).toEqual([
      'server_tls_sslmode = verify-full',
      'server_tls_ca_file = /etc/pgbouncer-tls/ca.pem',
    ]);
  });

  test('without one, those of the image do', () => {
    expect(tlsLines({ tls: 'verify-ca' })).toEqual([
      'server_tls_sslmode = verify-ca',
      'server_tls_ca_file = /etc/ssl/certs/ca-certificates.crt',
    ]);
  });

  test('a certificate of its own comes from a Secret', () => {
    expect(tlsLines({ tls: 'require', clientSecret: 'client' })).toEqual([
      'server_tls_sslmode = require',
      'server_tls_cert_file = /etc/pgbouncer-tls/client.pem',
      'server_tls_key_file = /etc/pgbouncer-tls/client.pem.key',
    ]);
  });

  test('its files are in one volume', () => {
    const companion = pool({
      caConfigMap: { name: 'ca', key: 'bundle' },
      clientSecret: 'client',
      name: 'db',
    });
    const pod = new PodTemplate({
      main: { name: 'api', image: 'api:1' },
      patterns: [new Ambassador({ container: companion })],
    });
    expect(pod.volumes).toContainEqual({
      name: 'db-tls',
      projected: {
        sources: [
          { configMap: { name: 'ca', items: [{ key: 'bundle', path: 'ca.pem' }] } },
          {
            secret: {
              name: 'client',
              items: [
                { key: 'tls.crt', path: 'client.pem' },
                { key: 'tls.key', path: 'client.pem.key' },
              ],
            },
          },
        ],
      },
    });
  });
});

test('users come from the Secret, as the user of the image', () => {
  const pod = new PodTemplate({
    main: { name: 'api', image: 'api:1' },
    patterns: [new Ambassador({ container: pool() })],
  });
  expect(pod.volumes).toContainEqual({
    name: 'pgbouncer-auth',
    secret: { secretName: 'db', items: [{ key: 'users', path: 'userlist.txt' }] },
  });
  expect(pod.initContainers[0]).toMatchObject({
    securityContext: { runAsUser: 70, runAsGroup: 70, runAsNonRoot: true, readOnlyRootFilesystem: true },
    startupProbe: { exec: { command: ['nc', '-z', '127.0.0.1', '6432'] } },
  });
});

const CA = { name: 'ca', key: 'ca.crt' };

test.each([
  [{ host: 'postgresql://db' }, '"host" is "postgresql://db": remove "postgresql://"'],
  [{ host: 'db example' }, '"host" is "db example": use a host name or an IP address'],
  [{ hostPort: 70000 }, '"hostPort" is 70000: use an integer from 1 to 65535'],
  [{ authFile: { key: 'users' } }, '"authFile.name" is missing: set the name of the Secret or ConfigMap'],
  [{ authFile: 'users' }, 'authFile is a string: expected the key of a Secret, such as { name:'],
  [{ poolMode: 'request' }, 'poolMode is "request": expected "session"'],
  [{ poolSize: 0 }, '"poolSize" is 0: use an integer of at least 1'],
  [{ minPoolSize: 30 }, '"minPoolSize" is 30, but "poolSize" is 20: decrease it'],
  [{ maxClients: 1.5 }, '"maxClients" is 1.5: use an integer of at least 1'],
  [{ authQuery: 'SELECT 1' }, '"authQuery" is set without "authUser"'],
  [{ authUser: 'a', authQuery: 'SELECT 1' }, '"authQuery" is "SELECT 1": use $1 for the name of the user'],
  [{ authUser: 'a\nadmin_users = a' }, '"authUser" is "a\\nadmin_users = a": remove line breaks'],
  [{ caSecret: CA, caConfigMap: CA }, '"caSecret" and "caConfigMap" are both set: keep one'],
  [
    { caSecret: CA, tls: 'require' },
    '"caSecret" is set, but "tls" is "require", which checks no certificate: use "verify-full"',
  ],
  [{ clientSecret: 'c', tls: 'disable' }, '"clientSecret" is set, but "tls" is "disable": remove one'],
  [{ databases: [] }, '"databases" is []: specify at least one database'],
  [{ databases: [{ name: 'a b' }] }, '"databases[0].name" is "a b": use letters'],
  [{ databases: [{ name: 'pgbouncer' }] }, '"databases[0].name" is "pgbouncer": use another name'],
  [
    { databases: [{ name: 'a' }, { name: 'a' }] },
    '"databases[1].name" is "a": "databases[0].name" is the same',
  ],
  [{ databases: [{ name: 'a', user: 'b\nc' }] }, '"databases[0].user" is "b\\nc": remove line breaks'],
  [
    { ignoreStartupParameters: ['a,b'] },
    '"ignoreStartupParameters[0]" is "a,b": use the name of one parameter',
  ],
])('%j is refused', (options, message) => {
  expect(() => pool(options as Partial<PgBouncerOptions>)).toThrow(message);
});
