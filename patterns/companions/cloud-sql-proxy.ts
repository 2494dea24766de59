import { UNPRIVILEGED } from '../blocks/hardening';
import { endpointSettings } from './base/endpoints';
import { OptionCheck } from './base/option-check';
import { httpLiveness, httpStartup } from './base/probes';
import { secretFile } from './base/secret-file';
import { assertInstances } from './cloud-sql-proxy/checks';
import { instanceArgument, nameOf, portOf, schemeOf, sharedAddress } from './cloud-sql-proxy/instance';
import type { CloudSqlProxyOptions } from './cloud-sql-proxy/options';
import { Companion } from './companion';

const CREDENTIALS = '/etc/cloud-sql-credentials';

/** Makes the proxy. */
export function cloudSqlProxy(options: CloudSqlProxyOptions): Companion {
  assertValid(options);
  const { instances, credentials, healthPort = 9090, drainSeconds = 25 } = options;
  const volume = `${options.name ?? 'cloud-sql-proxy'}-credentials`;
  const account = credentials && secretFile(volume, credentials, CREDENTIALS, 'credentials.json');
  return new Companion(
    {
      container: {
        name: 'cloud-sql-proxy',
        image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.28.0',
        args: [...flagsOf({ ...options, healthPort, drainSeconds }), ...instanceArguments(options)],
        ports: [{ containerPort: healthPort }],
        startupProbe: httpStartup('/startup', healthPort),
        livenessProbe: httpLiveness('/liveness', healthPort),
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '256Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 65532, runAsGroup: 65532 },
        ...(account ? { volumeMounts: [account.mount] } : {}),
      },
      port: portOf(instances[0]),
      listenPorts: listenPortsOf(options),
      localhostOnly: true,
      settings: endpointSettings(
        instances.map((instance) => ({
          name: nameOf(instance),
          port: portOf(instance)!,
          scheme: schemeOf(instance),
        })),
      ),
      volumes: account ? [account.volume] : [],
      drainSeconds,
    },
    options,
  );
}

const listenPortsOf = ({ instances, quitQuitQuit, adminPort = 9091 }: CloudSqlProxyOptions): number[] => [
  ...instances.flatMap((instance) => portOf(instance) ?? []),
  ...(quitQuitQuit ? [adminPort] : []),
];

function flagsOf(options: CloudSqlProxyOptions): string[] {
  const { maxConnections, impersonateServiceAccount, adminPort = 9091 } = options;
  const shared = sharedAddress(options.instances, options.address ?? 'public');
  const flags: readonly (readonly [flag: string, given: unknown])[] = [
    ['--health-check', true],
    // Go listens on all addresses then, also those of IPv6.
    ['--http-address=0.0.0.0', true],
    [`--http-port=${options.healthPort}`, true],
    [`--max-sigterm-delay=${options.drainSeconds}s`, true],
    ['--exit-zero-on-sigterm', true],
    ['--structured-logs', options.structuredLogs ?? true],
    [`--credentials-file=${CREDENTIALS}/credentials.json`, options.credentials],
    [`--impersonate-service-account=${impersonateServiceAccount}`, impersonateServiceAccount],
    [`--${shared}`, shared],
    ['--auto-iam-authn', options.autoIamAuthn],
    [`--max-connections=${maxConnections}`, maxConnections],
    ['--lazy-refresh', options.lazyRefresh],
    ['--quitquitquit', options.quitQuitQuit],
    [`--admin-port=${adminPort}`, options.quitQuitQuit],
  ];
  return flags.filter(([, given]) => given).map(([flag]) => flag);
}

function instanceArguments({ instances, address = 'public' }: CloudSqlProxyOptions): string[] {
  const shared = sharedAddress(instances, address);
  return instances.map((instance) =>
    instanceArgument(instance, shared === undefined ? (instance.address ?? address) : undefined),
  );
}

function assertValid(options: CloudSqlProxyOptions): void {
  const check = new OptionCheck('Ambassadors.cloudSqlProxy');
  const { instances, quitQuitQuit, adminPort, healthPort = 9090 } = options;
  check.key('credentials', options.credentials);
  check.count('maxConnections', options.maxConnections, 1);
  check.count('drainSeconds', options.drainSeconds, 1);
  check.port('healthPort', healthPort);
  check.port('adminPort', adminPort);
  if (adminPort !== undefined && !quitQuitQuit) {
    check.contradiction('"adminPort" is set, but "quitQuitQuit" is not: set it to true, or remove the port');
  }
  assertInstances(check, options);
  check.distinct([
    ...instances.map((instance, index) => [`instances[${index}].port`, portOf(instance)] as const),
    ['healthPort', healthPort],
    ['adminPort', quitQuitQuit ? (adminPort ?? 9091) : undefined],
  ]);
}
