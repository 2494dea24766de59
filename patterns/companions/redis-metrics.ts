import type { SecretKeySelector } from '../../lib/k8s';
import { UNPRIVILEGED } from '../blocks/hardening';
import { OptionCheck, secretEnv } from './base/option-check';
import { Companion } from './companion';
import type { CompanionOptions } from './options';

/** Options of the metrics of Redis or Valkey. */
export interface RedisMetricsOptions extends CompanionOptions {
  /**
   * Port of the server in the main container.
   *
   * @default 6379
   */
  readonly redisPort?: number;

  /**
   * Whether the server speaks TLS at `redisPort`.
   *
   * @default false
   */
  readonly tls?: boolean;

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
   * Port of the metrics, at `/metrics`.
   *
   * @default 9121
   */
  readonly port?: number;
}

/** Makes the exporter of Redis' metrics. */
export function redisMetrics(options: RedisMetricsOptions): Companion {
  const check = new OptionCheck('Adapters.redisMetrics');
  const { redisPort = 6379, tls = false, username, password, port = 9121 } = options;
  check.port('redisPort', redisPort);
  check.port('port', port);
  if (username !== undefined && !password) {
    check.contradiction('"username" is set without "password": set the key of the Secret that contains it');
  }
  return new Companion(
    {
      container: {
        name: 'redis-exporter',
        image: 'docker.io/oliver006/redis_exporter:v1.62.0',
        args: [`--web.listen-address=:${port}`],
        env: [
          { name: 'REDIS_ADDR', value: `${tls ? 'rediss' : 'redis'}://127.0.0.1:${redisPort}` },
          ...(username === undefined ? [] : [{ name: 'REDIS_USER', value: username }]),
          ...(password ? [secretEnv('REDIS_PASSWORD', password)] : []),
        ],
        ports: [{ name: 'metrics', containerPort: port }],
        livenessProbe: { httpGet: { path: '/health', port } },
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 59000, runAsGroup: 59000 },
      },
    },
    options,
  );
}
