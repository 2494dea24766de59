import { Testing } from 'cdk8s';
import { Adapter, Adapters, Deployment, ManifestValidator, PodTemplate } from '../../../lib';
import { COMPANIONS } from '../../support/companions';

const RESTRICTED = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' as const },
};
const RESOURCES = { requests: { cpu: 1, memory: '1Gi' }, limits: { memory: '1Gi' } };
const SECRET = { name: 'db', key: 'password' };
const LOGIN = { username: 'exporter', password: SECRET };

const variables = (companion: ReturnType<(typeof COMPANIONS)[string]>) =>
  Object.fromEntries(
    (companion.toContainer().env ?? []).map(({ name, value, valueFrom }) => [name, value ?? valueFrom]),
  );

describe.each(Object.keys(COMPANIONS).filter((method) => /^Adapters.*Metrics$/.test(method)))(
  '%s',
  (method) => {
    const container = COMPANIONS[method]().toContainer();

    test('names its one port after what it measures', () => {
      expect(container.ports).toHaveLength(1);
      expect(container.ports![0].name).toMatch(/^[a-z-]{1,7}-metrics$/);
    });

    test('has a liveness probe that does not ask what is measured', () => {
      expect(container.livenessProbe!.httpGet).toMatchObject({ port: container.ports![0].containerPort });
      expect(container.livenessProbe!.httpGet!.path).not.toBe('/metrics');
    });

    test('has an image of a registry, pinned to a version', () => {
      expect(container.image).toMatch(/^(docker|quay)\.io\/[a-z0-9/_-]+:v?\d+\.\d+\.\d+$/);
    });

    test('has no secret in arguments or configuration', () => {
      const text = JSON.stringify([container.args, COMPANIONS[method]().toConfigFiles()]);
      expect(text).not.toMatch(/password|token/i);
    });
  },
);

describe.each(['1.30', '1.37'])('Kubernetes %s', (kubernetesVersion) => {
  const validator = new ManifestValidator({ kubernetesVersion, podSecurity: 'restricted' });

  test.each(Object.keys(COMPANIONS).filter((method) => method.startsWith('Adapters.')))(
    '%s meets the restricted level, without findings',
    (method) => {
      const chart = Testing.chart();
      const main = {
        name: 'app',
        image: 'ghcr.io/acme/app:1',
        securityContext: RESTRICTED,
        resources: RESOURCES,
      };
      const pod = { main, patterns: [new Adapter({ container: COMPANIONS[method]() })] };
      const { apiObject } = new Deployment(chart, 'app', { pod });
      expect(validator.validate(apiObject.toJson())).toEqual([]);
    },
  );
});

describe('redisMetrics', () => {
  test('connects to the main container, with the password of the Secret', () => {
    const companion = Adapters.redisMetrics({ redisPort: 6380, ...LOGIN, port: 9999 });
    expect(companion.toContainer().args).toEqual(['--web.listen-address=:9999']);
    expect(variables(companion)).toEqual({
      REDIS_ADDR: 'redis://127.0.0.1:6380',
      REDIS_USER: 'exporter',
      REDIS_PASSWORD: { secretKeyRef: SECRET },
    });
  });

  test('checks the certificate only if it knows what to expect', () => {
    expect(variables(Adapters.redisMetrics({ tls: true }))).toEqual({
      REDIS_ADDR: 'rediss://127.0.0.1:6379',
      REDIS_EXPORTER_SKIP_TLS_VERIFICATION: 'true',
    });
    const checked = Adapters.redisMetrics({
      name: 'cache',
      tls: true,
      tlsCa: SECRET,
      tlsServerName: 'redis.example.com',
    });
    expect(variables(checked)).toEqual({
      REDIS_ADDR: 'rediss://127.0.0.1:6379',
      REDIS_EXPORTER_TLS_CA_CERT_FILE: '/etc/redis-exporter-ca/ca.crt',
      REDIS_EXPORTER_TLS_SERVER_NAME: 'redis.example.com',
    });
    const pod = new PodTemplate({ main: { name: 'redis' }, patterns: [new Adapter({ container: checked })] });
    expect(pod.volumes).toEqual([
      { name: 'cache-ca', secret: { secretName: 'db', items: [{ key: 'password', path: 'ca.crt' }] } },
    ]);
    expect(pod.initContainers[0].volumeMounts).toEqual([
      { name: 'cache-ca', mountPath: '/etc/redis-exporter-ca', readOnly: true },
    ]);
  });

  test('names the keys to check', () => {
    const companion = Adapters.redisMetrics({ checkKeys: ['db0=a*', '$(X)'], checkSingleKeys: ['q'] });
    expect(variables(companion)).toMatchObject({
      REDIS_EXPORTER_CHECK_KEYS: 'db0=a*,$$(X)',
      REDIS_EXPORTER_CHECK_SINGLE_KEYS: 'q',
    });
  });
});

describe('nginxMetrics', () => {
  const argsOf = (options: object) => Adapters.nginxMetrics(options).toContainer().args!.slice(1);

  test.each([
    [{}, ['--nginx.scrape-uri=http://127.0.0.1:8080/stub_status']],
    [{ nginxPort: 81, statusPath: '/s' }, ['--nginx.scrape-uri=http://127.0.0.1:81/s']],
    [{ plus: true, tls: true }, ['--nginx.scrape-uri=https://127.0.0.1:8080/api', '--nginx.plus']],
    [
      { constLabels: { site: 'shop $(A)' } },
      ['--nginx.scrape-uri=http://127.0.0.1:8080/stub_status', '--prometheus.const-label=site=shop $$(A)'],
    ],
  ])('%j', (options, args) => {
    expect(argsOf(options)).toEqual(args);
  });
});

describe('postgresMetrics', () => {
  test('connects to the main container', () => {
    const companion = Adapters.postgresMetrics({
      ...LOGIN,
      postgresPort: 5433,
      database: 'my shop/1',
      tls: 'require',
    });
    expect(variables(companion)).toEqual({
      DATA_SOURCE_URI: '127.0.0.1:5433/my%20shop%2F1?sslmode=require',
      DATA_SOURCE_USER: 'exporter',
      DATA_SOURCE_PASS: { secretKeyRef: SECRET },
    });
  });

  test('does not use TLS unless it is asked to, and leaves users as they are', () => {
    expect(variables(Adapters.postgresMetrics({ username: 'a$(B) "c"', password: SECRET }))).toMatchObject({
      DATA_SOURCE_URI: '127.0.0.1:5432/postgres?sslmode=disable',
      DATA_SOURCE_USER: 'a$$(B) "c"',
    });
  });

  test('switches collectors on and off', () => {
    const collectors = { stat_statements: true, locks: false };
    expect(Adapters.postgresMetrics({ ...LOGIN, collectors }).toContainer().args).toEqual([
      '--web.listen-address=:9187',
      '--collector.stat_statements',
      '--no-collector.locks',
    ]);
  });
});

describe('mysqlMetrics', () => {
  test('connects to the main container', () => {
    const companion = Adapters.mysqlMetrics({
      ...LOGIN,
      mysqlPort: 3307,
      tls: true,
      collectors: { 'info_schema.tables': true, slave_status: false },
    });
    expect(companion.toContainer().args).toEqual([
      '--web.listen-address=:9104',
      '--mysqld.address=127.0.0.1:3307',
      '--mysqld.username=exporter',
      '--tls.insecure-skip-verify',
      '--collect.info_schema.tables',
      '--no-collect.slave_status',
    ]);
    expect(variables(companion)).toEqual({ MYSQLD_EXPORTER_PASSWORD: { secretKeyRef: SECRET } });
  });

  test('shares the directory of a socket', () => {
    const companion = Adapters.mysqlMetrics({ ...LOGIN, socket: '/var/run/mysqld/mysqld.sock' });
    expect(companion.toContainer().args).toContain('--mysqld.address=unix:///var/run/mysqld/mysqld.sock');
    const pod = new PodTemplate({
      main: { name: 'mysql' },
      patterns: [new Adapter({ container: companion })],
    });
    expect(pod.main.volumeMounts).toEqual([{ name: 'shared', mountPath: '/var/run/mysqld' }]);
    expect(pod.initContainers[0].volumeMounts).toEqual([
      { name: 'shared', mountPath: '/var/run/mysqld', readOnly: true },
    ]);
  });
});

describe('phpFpmMetrics', () => {
  test('connects by TCP', () => {
    expect(variables(Adapters.phpFpmMetrics({ fpmPort: 9001, fixProcessCount: true }))).toEqual({
      PHP_FPM_SCRAPE_URI: 'tcp://127.0.0.1:9001/status',
      PHP_FPM_WEB_LISTEN_ADDRESS: ':9253',
      PHP_FPM_FIX_PROCESS_COUNT: 'true',
    });
  });

  test('connects by a socket, whose directory the Adapter shares', () => {
    const companion = Adapters.phpFpmMetrics({ socket: '/run/php/fpm.sock', statusPath: '/s' });
    expect(variables(companion).PHP_FPM_SCRAPE_URI).toBe('unix:///run/php/fpm.sock;/s');
    expect(companion.share).toBe('/run/php');
    const main = { name: 'php', volumeMounts: [{ name: 'run', mountPath: '/run/php' }] };
    const pod = new PodTemplate({ main, patterns: [new Adapter({ container: companion })] });
    expect(pod.initContainers[0].volumeMounts).toEqual([
      { name: 'run', mountPath: '/run/php', readOnly: true },
    ]);
  });
});

describe('wrong options name the option, the value and what to write', () => {
  test.each<[() => unknown, string]>([
    [
      () => Adapters.redisMetrics({ redisPort: 70000 }),
      '"redisPort" is 70000: use an integer from 1 to 65535',
    ],
    [() => Adapters.redisMetrics({ username: 'a' }), '"username" is set without "password"'],
    [
      () => Adapters.redisMetrics({ tlsServerName: 'a' }),
      '"tlsServerName" is set without "tls": set "tls" to true',
    ],
    [() => Adapters.redisMetrics({ tls: true, tlsServerName: 'rediss://a' }), 'remove "rediss://"'],
    [() => Adapters.redisMetrics({ checkKeys: ['a,b'] }), '"checkKeys" is "a,b": use one entry for each key'],
    [
      () => Adapters.redisMetrics({ checkSingleKeys: [] }),
      '"checkSingleKeys" is []: specify at least one key',
    ],
    [
      () => Adapters.nginxMetrics({ statusPath: 'status' }),
      '"statusPath" is "status": use a path that starts with "/"',
    ],
    [() => Adapters.nginxMetrics({ constLabels: { 'a-b': '' } }), '"constLabels" is "a-b": use letters'],
    [
      () => Adapters.postgresMetrics({ username: '', password: SECRET }),
      '"username" is "": specify at least one',
    ],
    [() => Adapters.postgresMetrics({ ...LOGIN, password: 'x' as any }), 'expected the key of a Secret'],
    [
      () => Adapters.postgresMetrics({ ...LOGIN, collectors: { 'no-locks': true } }),
      '"collectors" is "no-locks": use the name that follows "--collector." in the exporter\'s flags',
    ],
    [
      () => Adapters.mysqlMetrics({ ...LOGIN, collectors: { 'collect.heartbeat': true } }),
      '"collectors" is "collect.heartbeat": use the name that follows "--collect."',
    ],
    [
      () => Adapters.mysqlMetrics({ ...LOGIN, socket: 'mysqld.sock' }),
      '"socket" is "mysqld.sock": use an absolute path',
    ],
    [() => Adapters.mysqlMetrics({ ...LOGIN, socket: '/mysqld.sock' }), '"socket" is "/mysqld.sock"'],
    [
      () => Adapters.mysqlMetrics({ ...LOGIN, socket: '/a/b', mysqlPort: 1 }),
      '"socket" and "mysqlPort" are both set',
    ],
    [() => Adapters.mysqlMetrics({ ...LOGIN, socket: '/a/b', tls: true }), '"socket" and "tls" are both set'],
    [
      () => Adapters.phpFpmMetrics({ socket: '/a/b', fpmPort: 1 }),
      '"socket" and "fpmPort" are both set: remove one',
    ],
    [() => Adapters.phpFpmMetrics({ statusPath: '/a,b' }), '"statusPath" is "/a,b": use the pm.status_path'],
  ])('%#', (make, message) => {
    expect(make).toThrow(message);
    expect(make).toThrow(/^Adapters\.\w+ \(.*exporters\.test\.ts:\d+:\d+\): /);
  });
});
