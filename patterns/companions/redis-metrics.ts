import type { EnvVar, SecretKeySelector } from '../../lib/k8s';
import { exporter } from './base/exporter';
import { OptionCheck, plainEnv, secretEnv } from './base/option-check';
import { secretFile } from './base/secret-file';
import type { Companion } from './companion';
import type { MetricsOptions } from './metrics';

/** Options of the metrics of Redis or Valkey. */
export interface RedisMetricsOptions extends MetricsOptions {
  /**
   * Port of the server in the main container.
   *
   * @default 6379
   */
  readonly redisPort?: number;

  /**
   * Whether the server speaks TLS at `redisPort`. Its certificate is checked if `tlsCa` or `tlsServerName` is
   * set; the connection does not leave the Pod.
   *
   * @default false
   */
  readonly tls?: boolean;

  /**
   * Key of a Secret that contains the certificates of the authorities to trust, in PEM format.
   *
   * @default - those of the image
   */
  readonly tlsCa?: SecretKeySelector;

  /**
   * Name that the certificate must have: `redis.example.com`.
   *
   * @default - 127.0.0.1
   */
  readonly tlsServerName?: string;

  /**
   * User, as in an ACL.
   *
   * @default - the server's default user
   */
  readonly username?: string;

  /**
   * Key of a Secret that contains the password.
   *
   * @default - none
   */
  readonly password?: SecretKeySelector;

  /**
   * Patterns of keys whose value and size are metrics, with `*` as in SCAN: `db0=session:*`. The server is
   * scanned at each scrape.
   *
   * @default - none
   */
  readonly checkKeys?: string[];

  /**
   * Keys whose value and size are metrics: `db0=queue`.
   *
   * @default - none
   */
  readonly checkSingleKeys?: string[];
}

/** Makes the exporter of Redis' metrics. */
export function redisMetrics(options: RedisMetricsOptions): Companion {
  const check = assertValid(options);
  const { name = 'redis-exporter', tlsCa, port = 9121 } = options;
  const ca = tlsCa && secretFile(`${name}-ca`, tlsCa, '/etc/redis-exporter-ca', 'ca.crt');
  return exporter(
    {
      check,
      port,
      portName: 'redis-metrics',
      healthPath: '/health',
      user: 59000,
      container: {
        name,
        image: 'docker.io/oliver006/redis_exporter:v1.88.0',
        args: [`--web.listen-address=:${port}`],
        env: environment(options, ca?.path),
        ...(ca ? { volumeMounts: [ca.mount] } : {}),
      },
      ...(ca ? { volumes: [ca.volume] } : {}),
    },
    options,
  );
}

function environment(options: RedisMetricsOptions, caPath: string | undefined): EnvVar[] {
  const { redisPort = 6379, tls = false, tlsServerName, username, password } = options;
  const isChecked = caPath !== undefined || tlsServerName !== undefined;
  return [
    ...variable('REDIS_ADDR', `${tls ? 'rediss' : 'redis'}://127.0.0.1:${redisPort}`),
    ...variable('REDIS_USER', username),
    ...(password ? [secretEnv('REDIS_PASSWORD', password)] : []),
    ...variable('REDIS_EXPORTER_SKIP_TLS_VERIFICATION', tls && !isChecked ? 'true' : undefined),
    ...variable('REDIS_EXPORTER_TLS_CA_CERT_FILE', caPath),
    ...variable('REDIS_EXPORTER_TLS_SERVER_NAME', tlsServerName),
    ...variable('REDIS_EXPORTER_CHECK_KEYS', options.checkKeys?.join(',')),
    ...variable('REDIS_EXPORTER_CHECK_SINGLE_KEYS', options.checkSingleKeys?.join(',')),
  ];
}

const variable = (name: string, value: string | undefined) =>
  value === undefined ? [] : [plainEnv(name, value)];

function assertValid(options: RedisMetricsOptions): OptionCheck {
  const check = new OptionCheck('Adapters.redisMetrics');
  const { redisPort, tls, tlsCa, tlsServerName, username, password } = options;
  check.port('redisPort', redisPort);
  check.host('tlsServerName', tlsServerName);
  if (!tls && (tlsCa || tlsServerName !== undefined)) {
    check.contradiction(`"${tlsCa ? 'tlsCa' : 'tlsServerName'}" is set without "tls": set "tls" to true`);
  }
  if (username !== undefined && !password) {
    check.contradiction('"username" is set without "password": set the key of the Secret that contains it');
  }
  for (const option of ['checkKeys', 'checkSingleKeys'] as const) {
    check.notEmpty(option, options[option], 'one key');
    options[option]?.forEach((key) =>
      check.matches(option, key, /^[^,]+$/, 'use one entry for each key, which contains no comma'),
    );
  }
  return check;
}
