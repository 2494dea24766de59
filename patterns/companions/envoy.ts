import { UNPRIVILEGED } from '../blocks/hardening';
import { type TlsFiles, tlsFiles } from './base/client-tls';
import { endpointSettings } from './base/endpoints';
import { OptionCheck } from './base/option-check';
import { httpLiveness, httpStartup } from './base/probes';
import { Companion } from './companion';
import { envoyBootstrap } from './envoy/bootstrap';
import { assertListeners } from './envoy/checks';
import type { EnvoyListener } from './envoy/listener';
import type { EnvoyOptions } from './envoy/options';

const CONFIG = '/etc/envoy-config';

/** Makes the proxy. */
export function envoy(options: EnvoyOptions): Companion {
  const { listeners, concurrency = 2, adminPort = 9901, healthPort = 9902 } = options;
  assertValid(options, adminPort, healthPort);
  const tls = listeners.map((listener) => listenerTls(options.name ?? 'envoy', listener));
  const mounts = tls.flatMap((files) => files?.mounts ?? []);
  const bootstrap = envoyBootstrap({ ...options, adminPort, healthPort }, tls);
  return new Companion(
    {
      container: {
        name: 'envoy',
        image: 'docker.io/envoyproxy/envoy:distroless-v1.38.3',
        command: ['envoy', '-c', `${CONFIG}/envoy.yaml`],
        args: ['--concurrency', String(concurrency), '--disable-hot-restart'],
        ports: [{ containerPort: healthPort }],
        startupProbe: httpStartup('/ready', healthPort),
        livenessProbe: httpLiveness('/ready', healthPort),
        resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 65532, runAsGroup: 65532 },
        ...(mounts.length ? { volumeMounts: mounts } : {}),
      },
      port: listeners[0].port,
      listenPorts: [...listeners.map(({ port }) => port), adminPort],
      localhostOnly: true,
      settings: endpointSettings(listeners.map(endpointOf)),
      config: { mountPath: CONFIG, files: { 'envoy.yaml': bootstrap } },
      volumes: tls.flatMap((files) => files?.volumes ?? []),
    },
    options,
  );
}

const endpointOf = ({ name, port, protocol, scheme }: EnvoyListener) => ({
  name,
  port,
  scheme: scheme ?? (protocol === 'http' ? 'http' : undefined),
});

const listenerTls = (companion: string, { name, tls }: EnvoyListener): TlsFiles | undefined =>
  tls && tlsFiles(`${companion}-${name}-tls`, `/etc/envoy-tls/${name}`, tls);

function assertValid(options: EnvoyOptions, adminPort: number, healthPort: number): void {
  const check = new OptionCheck('Ambassadors.envoy');
  check.count('concurrency', options.concurrency, 1);
  check.port('adminPort', adminPort);
  check.port('healthPort', healthPort);
  check.address('healthAddress', options.healthAddress);
  assertListeners(check, options.listeners);
  check.distinct([
    ...options.listeners.map(({ port }, index) => [`listeners[${index}].port`, port] as const),
    ['adminPort', adminPort],
    ['healthPort', healthPort],
  ]);
}
