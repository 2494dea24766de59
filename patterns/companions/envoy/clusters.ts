import { isIP } from 'node:net';
import type { ClientTlsOptions, TlsFiles } from '../base/client-tls';
import type { EnvoyHealthCheck, EnvoyHost, EnvoyListener } from './listener';

const TYPES = 'type.googleapis.com/envoy';
const POLICIES = { 'round-robin': 'ROUND_ROBIN', 'least-request': 'LEAST_REQUEST', random: 'RANDOM' };

export const seconds = (value: number) => `${value}s`;

export const address = (host: string, port: number) => ({
  socket_address: { address: host, port_value: port },
});

/** Cluster of the servers of a listener. */
export function clusterOf(listener: EnvoyListener, tls: TlsFiles | undefined): object {
  const { name, hosts, balance = 'round-robin', connectTimeoutSeconds = 5, http2, healthCheck } = listener;
  return {
    name,
    type: 'STRICT_DNS',
    dns_lookup_family: 'V4_PREFERRED',
    connect_timeout: seconds(connectTimeoutSeconds),
    lb_policy: POLICIES[balance],
    load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: hosts.map(endpointOf) }] },
    ...(http2 ? HTTP2 : {}),
    ...(healthCheck ? { health_checks: [healthCheckOf(healthCheck, http2)] } : {}),
    ...(tls ? { transport_socket: tlsSocket(listener.tls!, tls, http2) } : {}),
  };
}

const endpointOf = ({ host, port, weight }: EnvoyHost) => ({
  endpoint: { address: address(host, port), hostname: host },
  ...(weight === undefined ? {} : { load_balancing_weight: weight }),
});

const HTTP2 = {
  typed_extension_protocol_options: {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
      '@type': `${TYPES}.extensions.upstreams.http.v3.HttpProtocolOptions`,
      explicit_http_config: { http2_protocol_options: {} },
    },
  },
};

function healthCheckOf(options: EnvoyHealthCheck, http2 = false): object {
  const { path, intervalSeconds = 5, unhealthyThreshold = 3, healthyThreshold = 2 } = options;
  return {
    timeout: seconds(Math.min(intervalSeconds, 5)),
    interval: seconds(intervalSeconds),
    unhealthy_threshold: unhealthyThreshold,
    healthy_threshold: healthyThreshold,
    ...(path === undefined
      ? { tcp_health_check: {} }
      : { http_health_check: { path, ...(http2 ? { codec_client_type: 'HTTP2' } : {}) } }),
  };
}

/** Without a server name, each server is asked for and checked by its own host name. */
function tlsSocket(options: ClientTlsOptions, files: TlsFiles, http2 = false): object {
  const { serverName, verify = true } = options;
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: {
      '@type': `${TYPES}.extensions.transport_sockets.tls.v3.UpstreamTlsContext`,
      ...(serverName === undefined ? { auto_host_sni: true } : { sni: serverName }),
      ...(verify ? { auto_sni_san_validation: true } : {}),
      common_tls_context: {
        ...(http2 ? { alpn_protocols: ['h2'] } : {}),
        ...(verify ? { validation_context: { trusted_ca: { filename: files.ca } } } : {}),
        ...(files.certificate === undefined ? {} : { tls_certificates: [certificateOf(files)] }),
      },
    },
  };
}

const certificateOf = ({ certificate, key }: TlsFiles) => ({
  certificate_chain: { filename: certificate },
  private_key: { filename: key },
});

/** Cluster of Envoy's own admin interface, which only localhost can reach. */
export const adminCluster = (adminPort: number) => ({
  name: ADMIN,
  type: 'STATIC',
  connect_timeout: '1s',
  load_assignment: {
    cluster_name: ADMIN,
    endpoints: [{ lb_endpoints: [{ endpoint: { address: address('127.0.0.1', adminPort) } }] }],
  },
});

export const ADMIN = 'companion-admin';

export const isName = ({ host }: EnvoyHost) => !isIP(host);
