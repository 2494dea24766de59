import type { EnvVar } from '../../lib/k8s';
import { UNPRIVILEGED } from '../blocks/hardening';
import { shellCommand } from '../blocks/shell-command';
import { twemproxyScript } from '../shell/twemproxy';
import { endpointSettings } from './base/endpoints';
import { OptionCheck, secretEnv } from './base/option-check';
import { localStartup } from './base/probes';
import { Companion } from './companion';
import type { CompanionOptions } from './options';
import { assertPools } from './twemproxy/checks';
import { nutcrackerConfig, passwordVariable } from './twemproxy/config';
import type { TwemproxyPool } from './twemproxy/pool';

/** Options of twemproxy (nutcracker). */
export interface TwemproxyOptions extends CompanionOptions {
  /** Pools of servers, each with a port on localhost. */
  readonly pools: TwemproxyPool[];

  /**
   * Port on localhost that serves statistics as JSON.
   *
   * @default 22222
   */
  readonly statsPort?: number;

  /**
   * Buffer size in bytes; each connection uses at least one buffer. Decrease it to serve many connections;
   * keys must be shorter than a buffer.
   *
   * @default 16384
   */
  readonly bufferSize?: number;
}

const CONFIG = '/etc/twemproxy';
const RENDERED = '/run/twemproxy';

/** Makes the proxy of sharded servers. */
export function twemproxy(options: TwemproxyOptions): Companion {
  const { pools, statsPort = 22222, bufferSize = 16384, name = 'twemproxy' } = options;
  assertValid(options, statsPort);
  const env = pools.flatMap(({ password }, index): EnvVar[] =>
    password ? [secretEnv(passwordVariable(index), password)] : [],
  );
  const rendered = { name: `${name}-rendered`, mountPath: RENDERED };
  const flags = ['-a', '127.0.0.1', '-s', String(statsPort), '-m', String(bufferSize)];
  return new Companion(
    {
      container: {
        name: 'twemproxy',
        image: 'docker.io/malexer/twemproxy:0.5.0',
        ...shellCommand('twemproxy', twemproxyScript(CONFIG, env.length ? RENDERED : undefined), flags),
        ...(env.length ? { env, volumeMounts: [rendered] } : {}),
        startupProbe: localStartup(pools[0].port),
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
        securityContext: UNPRIVILEGED,
      },
      port: pools[0].port,
      listenPorts: [...pools.map(({ port }) => port), statsPort],
      localhostOnly: true,
      settings: endpointSettings(
        pools.map((pool) => ({ ...pool, scheme: pool.protocol === 'memcache' ? undefined : 'redis' })),
      ),
      config: { mountPath: CONFIG, files: { 'nutcracker.yml': nutcrackerConfig(pools) } },
      volumes: env.length ? [{ name: rendered.name, emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } }] : [],
    },
    options,
  );
}

function assertValid({ pools, bufferSize }: TwemproxyOptions, statsPort: number): void {
  const check = new OptionCheck('Ambassadors.twemproxy');
  check.port('statsPort', statsPort);
  check.count('bufferSize', bufferSize, 512);
  assertPools(check, pools);
  check.distinct([
    ...pools.map(({ port }, index) => [`pools[${index}].port`, port] as const),
    ['statsPort', statsPort],
  ]);
}
