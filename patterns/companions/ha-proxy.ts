import { UNPRIVILEGED } from '../blocks/hardening';
import { endpointSettings } from './base/endpoints';
import { OptionCheck } from './base/option-check';
import { httpLiveness, httpStartup } from './base/probes';
import { Companion } from './companion';
import { assertBackends } from './ha-proxy/checks';
import { haProxyConfig } from './ha-proxy/config';
import type { HaProxyOptions } from './ha-proxy/options';
import { backendTls } from './ha-proxy/tls';

const CONFIG = '/etc/haproxy-config';

/** Makes the TCP proxy. */
export function haProxy(options: HaProxyOptions): Companion {
  const { backends, healthPort = 8404, drainSeconds = 25, name = 'haproxy' } = options;
  assertValid(options, healthPort);
  const tls = backends.map((backend) => backendTls(name, backend));
  const config = haProxyConfig({ ...options, healthPort, drainSeconds }, tls);
  const mounts = tls.flatMap((files) => files?.mounts ?? []);
  return new Companion(
    {
      container: {
        name: 'haproxy',
        image: 'docker.io/library/haproxy:3.2.21-alpine',
        command: ['haproxy', '-db', '-f', `${CONFIG}/haproxy.cfg`],
        ports: [{ containerPort: healthPort }],
        startupProbe: httpStartup('/live', healthPort),
        livenessProbe: httpLiveness('/live', healthPort),
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 99, runAsGroup: 99 },
        ...(mounts.length ? { volumeMounts: mounts } : {}),
      },
      port: backends[0].port,
      listenPorts: backends.map(({ port }) => port),
      localhostOnly: true,
      settings: endpointSettings(backends),
      config: { mountPath: CONFIG, files: { 'haproxy.cfg': config } },
      volumes: tls.flatMap((files) => files?.volumes ?? []),
      drainSeconds,
    },
    options,
  );
}

function assertValid(options: HaProxyOptions, healthPort: number): void {
  const check = new OptionCheck('Ambassadors.haProxy');
  const { backends, followDns = false } = options;
  check.count('connectTimeoutSeconds', options.connectTimeoutSeconds, 1);
  check.count('idleTimeoutSeconds', options.idleTimeoutSeconds, 1);
  check.count('maxConnections', options.maxConnections, 1);
  check.count('drainSeconds', options.drainSeconds, 1);
  check.port('healthPort', healthPort);
  check.address('healthAddress', options.healthAddress);
  assertBackends(check, backends, followDns);
  check.distinct([
    ...backends.map(({ port }, index) => [`backends[${index}].port`, port] as const),
    ['healthPort', healthPort],
  ]);
}
