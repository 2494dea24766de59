import { Yaml } from 'cdk8s';
import type { TlsFiles } from '../base/client-tls';
import { LOCALHOST } from '../base/endpoints';
import { ADMIN, address, adminCluster, clusterOf, isName, seconds } from './clusters';
import type { EnvoyListener } from './listener';
import type { EnvoyOptions } from './options';

const TYPES = 'type.googleapis.com/envoy';

type BootstrapOptions = EnvoyOptions & { readonly adminPort: number; readonly healthPort: number };

/** Content of `envoy.yaml`. */
export function envoyBootstrap(
  { listeners, adminPort, healthPort, healthAddress = '0.0.0.0' }: BootstrapOptions,
  tls: readonly (TlsFiles | undefined)[],
): string {
  return Yaml.stringify({
    admin: { address: address(LOCALHOST, adminPort) },
    static_resources: {
      listeners: [...listeners.map(listenerOf), healthListener(address(healthAddress, healthPort))],
      clusters: [
        ...listeners.map((listener, index) => clusterOf(listener, tls[index])),
        adminCluster(adminPort),
      ],
    },
  });
}

function listenerOf(listener: EnvoyListener): object {
  const { name, port, protocol = 'tcp' } = listener;
  const filter = protocol === 'http' ? httpFilter(name, httpOptions(listener)) : tcpFilter(listener);
  return { name, address: address(LOCALHOST, port), filter_chains: [{ filters: [filter] }] };
}

const tcpFilter = ({ name, idleTimeoutSeconds = 3600 }: EnvoyListener) => ({
  name: 'envoy.filters.network.tcp_proxy',
  typed_config: {
    '@type': `${TYPES}.extensions.filters.network.tcp_proxy.v3.TcpProxy`,
    stat_prefix: name,
    cluster: name,
    idle_timeout: seconds(idleTimeoutSeconds),
  },
});

function httpOptions(listener: EnvoyListener): object {
  const { name, requestTimeoutSeconds = 15, retries = 0, idleTimeoutSeconds = 3600 } = listener;
  const retry = { retry_on: 'connect-failure,refused-stream,reset-before-request', num_retries: retries };
  return {
    common_http_protocol_options: { idle_timeout: seconds(idleTimeoutSeconds) },
    upgrade_configs: [{ upgrade_type: 'websocket' }],
    route_config: {
      virtual_hosts: [
        {
          name,
          domains: ['*'],
          routes: [
            {
              match: { prefix: '/' },
              route: {
                cluster: name,
                timeout: seconds(requestTimeoutSeconds),
                ...(retries ? { retry_policy: retry } : {}),
                ...hostRewrite(listener),
              },
            },
          ],
        },
      ],
    },
  };
}

/** A server that is known by an address alone gets the host that the main container sends. */
function hostRewrite({ hostHeader, hosts }: EnvoyListener): object {
  if (hostHeader !== undefined) return { host_rewrite_literal: hostHeader };
  return hosts.some(isName) ? { auto_host_rewrite: true } : {};
}

const httpFilter = (name: string, options: object) => ({
  name: 'envoy.filters.network.http_connection_manager',
  typed_config: {
    '@type': `${TYPES}.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: name,
    ...options,
    http_filters: [
      {
        name: 'envoy.filters.http.router',
        typed_config: { '@type': `${TYPES}.extensions.filters.http.router.v3.Router` },
      },
    ],
  },
});

/** Serves no more of the admin interface than whether Envoy is ready. */
const healthListener = (at: object) => ({
  name: 'companion-health',
  address: at,
  filter_chains: [{ filters: [httpFilter('companion-health', HEALTH)] }],
});

const HEALTH = {
  route_config: {
    virtual_hosts: [
      {
        name: 'companion-health',
        domains: ['*'],
        routes: [{ match: { path: '/ready' }, route: { cluster: ADMIN } }],
      },
    ],
  },
};
