import { isIP } from 'node:net';
import type { ClientTlsOptions, TlsFiles } from '../base/client-tls';
import { LOCALHOST } from '../base/endpoints';
import type { HaProxyOptions } from './options';
import type { HaProxyBackend, HaProxyCheck, HaProxyServer } from './backend';

type ConfigOptions = HaProxyOptions & { readonly healthPort: number; readonly drainSeconds: number };

/** Content of `haproxy.cfg`, which HAProxy 2.6 and later read. */
export function haProxyConfig(options: ConfigOptions, tls: readonly (TlsFiles | undefined)[]): string {
  const { backends, followDns } = options;
  const sections = [
    globalSection(options),
    ...(followDns ? [RESOLVERS] : []),
    defaultsSection(options),
    healthSection(options),
    ...backends.map((backend, index) => backendSection(backend, tls[index], followDns)),
  ];
  return sections
    .map(([title, ...lines]) => [title, ...lines.map((line) => `  ${line}`), ''].join('\n'))
    .join('\n');
}

const globalSection = ({ maxConnections = 1000, drainSeconds }: ConfigOptions) => [
  'global',
  'log stdout format raw local0 notice',
  `maxconn ${maxConnections}`,
  `hard-stop-after ${drainSeconds}s`,
];

const RESOLVERS = ['resolvers pod', 'parse-resolv-conf', 'accepted_payload_size 8192', 'hold valid 10s'];

const defaultsSection = ({ connectTimeoutSeconds = 5, idleTimeoutSeconds = 3600 }: ConfigOptions) => [
  'defaults',
  'log global',
  'mode tcp',
  'option dontlognull',
  `timeout connect ${connectTimeoutSeconds}s`,
  `timeout client ${idleTimeoutSeconds}s`,
  `timeout server ${idleTimeoutSeconds}s`,
  `timeout check ${connectTimeoutSeconds}s`,
];

function healthSection({ backends, healthPort, healthAddress = '0.0.0.0' }: ConfigOptions): string[] {
  return [
    'frontend companion-health',
    'mode http',
    `bind ${healthAddress}:${healthPort}`,
    'timeout client 10s',
    'http-request use-service prometheus-exporter if { path /metrics }',
    'http-request return status 200 if { path /live }',
    ...backends.map(
      ({ name }) => `http-request return status 503 if { path /ready } { nbsrv(${name}) lt 1 }`,
    ),
    'http-request return status 200 if { path /ready }',
    'http-request return status 404',
  ];
}

function backendSection(backend: HaProxyBackend, tls: TlsFiles | undefined, followDns = false): string[] {
  const { name, port, balance = 'roundrobin', servers, check } = backend;
  return [
    `listen ${name}`,
    `bind ${LOCALHOST}:${port}`,
    `balance ${balance}`,
    ...(check ? checkLines(check) : []),
    ...servers.map((server, index) =>
      [
        `server ${name}-${index} ${server.host}:${server.port}`,
        ...serverWords(server, backend),
        ...(tls ? tlsWords(server, backend.tls!, tls) : []),
        ...(followDns && !isIP(server.host) ? ['resolvers pod', 'init-addr last,libc,none'] : []),
      ].join(' '),
    ),
  ];
}

function checkLines({ type = 'tcp', user }: HaProxyCheck): string[] {
  if (type === 'redis') return REDIS_CHECK;
  return type === 'tcp' ? [] : [`option ${type}-check user ${user}`];
}

/** A server that wants a password is available, too. */
const REDIS_CHECK = [
  'option tcp-check',
  'tcp-check send PING\\r\\n',
  'tcp-check expect rstring ^([+]PONG|-NOAUTH)',
];

function serverWords(
  { weight, backup }: HaProxyServer,
  { check, serverConnections }: HaProxyBackend,
): string[] {
  const { intervalSeconds = 5, fall = 3, rise = 2 } = check ?? {};
  return [
    ...(weight === undefined ? [] : [`weight ${weight}`]),
    ...(backup ? ['backup'] : []),
    ...(serverConnections === undefined ? [] : [`maxconn ${serverConnections}`]),
    ...(check ? [`check inter ${intervalSeconds}s fall ${fall} rise ${rise}`] : []),
  ];
}

function tlsWords({ host }: HaProxyServer, options: ClientTlsOptions, files: TlsFiles): string[] {
  const { serverName = isIP(host) ? undefined : host, verify = true } = options;
  return [
    'ssl',
    verify ? `verify required ca-file ${files.ca} verifyhost ${serverName}` : 'verify none',
    ...(serverName === undefined ? [] : [`sni str(${serverName}) check-sni ${serverName}`]),
    ...(files.certificate === undefined ? [] : [`crt ${files.certificate}`]),
  ];
}
