import { isIP } from 'node:net';
import { UNPRIVILEGED } from '../blocks/hardening';
import { assertTls, type ClientTlsOptions, type TlsFiles, tlsFiles } from './base/client-tls';
import { endpointSettings, LOCALHOST } from './base/endpoints';
import { OptionCheck } from './base/option-check';
import { localStartup } from './base/probes';
import { Companion } from './companion';
import type { CompanionOptions } from './options';

/** Options of stunnel as a TLS client. */
export interface StunnelOptions extends CompanionOptions, ClientTlsOptions {
  /** Host name or address of the server: `redis.example.com`. */
  readonly host: string;

  /** Port of the server that speaks TLS. */
  readonly hostPort: number;

  /** Port on localhost that the main container connects to, without TLS. */
  readonly port: number;

  /**
   * Protocol that starts without TLS and then negotiates it (STARTTLS).
   *
   * @default - TLS from the first byte
   */
  readonly protocol?: 'imap' | 'ldap' | 'nntp' | 'pgsql' | 'pop3' | 'smtp';

  /**
   * Minimum TLS version.
   *
   * @default 'TLSv1.2'
   */
  readonly minVersion?: 'TLSv1.2' | 'TLSv1.3';

  /**
   * Timeout for connecting to the server, in seconds.
   *
   * @default 10
   */
  readonly connectTimeoutSeconds?: number;

  /**
   * Time without data in either direction before a connection is closed, in seconds.
   *
   * @default 43200
   */
  readonly idleTimeoutSeconds?: number;

  /**
   * Scheme of the setting `url`, such as `redis`.
   *
   * @default - there is no setting `url`
   */
  readonly scheme?: string;
}

const CONFIG = '/etc/stunnel-config';

/** Makes the TLS client. */
export function stunnel(options: StunnelOptions): Companion {
  assertValid(options);
  const { port, name = 'stunnel' } = options;
  const tls = tlsFiles(`${name}-tls`, '/etc/stunnel-tls', options);
  return new Companion(
    {
      container: {
        name: 'stunnel',
        image: 'docker.io/dockurr/stunnel:5.82',
        command: ['stunnel', `${CONFIG}/stunnel.conf`],
        startupProbe: localStartup(port),
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
        securityContext: UNPRIVILEGED,
        ...(tls.mounts.length ? { volumeMounts: [...tls.mounts] } : {}),
      },
      port,
      localhostOnly: true,
      settings: endpointSettings([{ port, scheme: options.scheme }]),
      config: { mountPath: CONFIG, files: { 'stunnel.conf': confOf(options, tls) } },
      volumes: [...tls.volumes],
    },
    options,
  );
}

function assertValid(options: StunnelOptions): void {
  const check = new OptionCheck('Ambassadors.stunnel');
  check.host('host', options.host);
  check.port('hostPort', options.hostPort);
  check.port('port', options.port);
  check.count('connectTimeoutSeconds', options.connectTimeoutSeconds, 1);
  check.count('idleTimeoutSeconds', options.idleTimeoutSeconds, 1);
  check.scheme('scheme', options.scheme);
  assertTls(check, '', options);
}

function confOf(options: StunnelOptions, { ca, certificate, key }: TlsFiles): string {
  const { host, hostPort, port, protocol, serverName = host, verify = true } = options;
  const { minVersion = 'TLSv1.2', connectTimeoutSeconds = 10, idleTimeoutSeconds = 43_200 } = options;
  return [
    'foreground = yes',
    'pid =',
    'syslog = no',
    'debug = notice',
    '',
    '[companion]',
    'client = yes',
    `accept = ${LOCALHOST}:${port}`,
    `connect = ${host}:${hostPort}`,
    'delay = yes',
    ...(protocol === undefined ? [] : [`protocol = ${protocol}`]),
    `sslVersionMin = ${minVersion}`,
    ...(isIP(serverName) ? [] : [`sni = ${serverName}`]),
    ...(verify ? verification(serverName, ca) : []),
    ...(certificate === undefined ? [] : [`cert = ${certificate}`, `key = ${key}`]),
    `TIMEOUTconnect = ${connectTimeoutSeconds}`,
    `TIMEOUTidle = ${idleTimeoutSeconds}`,
    '',
  ].join('\n');
}

const verification = (name: string, ca: string) => [
  'verifyChain = yes',
  `CAfile = ${ca}`,
  `${isIP(name) ? 'checkIP' : 'checkHost'} = ${name}`,
];
