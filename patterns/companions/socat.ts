import type { VolumeMount } from '../../lib/k8s';
import { UNPRIVILEGED } from '../blocks/hardening';
import { endpointSettings, hostPort as address, LOCALHOST } from './base/endpoints';
import { OptionCheck } from './base/option-check';
import { localStartup } from './base/probes';
import { Companion } from './companion';
import type { CompanionOptions } from './options';

/** Options of socat, which forwards a port on localhost. */
export interface SocatOptions extends CompanionOptions {
  /** Port on localhost that the main container connects to. */
  readonly port: number;

  /**
   * Host name or address of the target.
   *
   * @default - the target is `socket`
   */
  readonly host?: string;

  /**
   * Port of the target `host`.
   *
   * @default - the same as `port`
   */
  readonly hostPort?: number;

  /**
   * Absolute path of a UNIX socket that is the target; one of `volumeMounts` must contain it.
   *
   * @default - the target is `host`
   */
  readonly socket?: string;

  /**
   * Timeout for connecting to the target, in seconds.
   *
   * @default 5
   */
  readonly connectTimeoutSeconds?: number;

  /**
   * Maximum number of concurrent connections, each of which is a process; further connections wait.
   *
   * @default 100
   */
  readonly maxConnections?: number;

  /**
   * Scheme of the setting `url`, such as `http`.
   *
   * @default - there is no setting `url`
   */
  readonly scheme?: string;
}

/** Makes the forwarder. */
export function socat(options: SocatOptions): Companion {
  assertValid(options);
  const { port, maxConnections = 100 } = options;
  const listen = `TCP4-LISTEN:${port},bind=${LOCALHOST},reuseaddr,fork,max-children=${maxConnections}`;
  return new Companion(
    {
      container: {
        name: 'socat',
        image: 'docker.io/alpine/socat:1.8.0.3',
        command: ['socat'],
        args: [listen, targetOf(options)],
        startupProbe: localStartup(port),
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '128Mi' } },
        securityContext: UNPRIVILEGED,
      },
      port,
      localhostOnly: true,
      settings: endpointSettings([{ port, scheme: options.scheme }]),
    },
    options,
  );
}

function targetOf({ port, host, hostPort = port, socket, connectTimeoutSeconds = 5 }: SocatOptions): string {
  return socket === undefined
    ? `TCP:${address(host!, hostPort)},connect-timeout=${connectTimeoutSeconds},keepalive`
    : `UNIX-CONNECT:${socket}`;
}

function assertValid(options: SocatOptions): void {
  const check = new OptionCheck('Ambassadors.socat');
  const { host, hostPort, socket } = options;
  check.port('port', options.port);
  check.host('host', host);
  check.port('hostPort', hostPort);
  check.count('connectTimeoutSeconds', options.connectTimeoutSeconds, 1);
  check.count('maxConnections', options.maxConnections, 1);
  check.scheme('scheme', options.scheme);
  if ((host === undefined) === (socket === undefined)) {
    const both = host === undefined ? 'are both missing: set' : 'are both set: keep';
    check.contradiction(`"host" and "socket" ${both} one`);
  }
  if (socket === undefined) return;
  const other = hostPort === undefined ? 'connectTimeoutSeconds' : 'hostPort';
  if (options[other] !== undefined) {
    check.contradiction(`"${other}" is set, but the target is a socket: remove it`);
  }
  assertSocket(check, socket, options);
}

/** Other characters have a meaning in socat's addresses. */
function assertSocket(check: OptionCheck, socket: string, { volumeMounts = [] }: SocatOptions): void {
  if (!/^(\/[\w.-]+)+$/.test(socket)) {
    check.fail('socket', socket, 'use an absolute path of letters, digits, ".", "_" and "-"');
  }
  const isMounted = ({ mountPath = '' }: VolumeMount) =>
    mountPath !== '' && `${socket}/`.startsWith(`${mountPath.replace(/\/$/, '')}/`);
  if (!volumeMounts.some(isMounted)) {
    check.fail('socket', socket, 'mount the volume that contains it with "volumeMounts"');
  }
}
