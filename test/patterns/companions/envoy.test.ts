import { parse } from 'yaml';
import { Ambassadors, type EnvoyListener, type EnvoyOptions } from '../../../lib';

const LISTENER: EnvoyListener = {
  name: 'api',
  port: 8081,
  hosts: [{ host: 'api.example.com', port: 8080 }],
};

const proxy = (listener: Partial<EnvoyListener> = {}, options: Partial<EnvoyOptions> = {}) =>
  Ambassadors.envoy({ listeners: [{ ...LISTENER, ...listener }], ...options });

const bootstrapOf = (companion: ReturnType<typeof proxy>) => parse(companion.toConfigFiles()['envoy.yaml']);

const clusterOf = (listener: Partial<EnvoyListener>) =>
  bootstrapOf(proxy(listener)).static_resources.clusters[0];

const filterOf = (listener: Partial<EnvoyListener>) =>
  bootstrapOf(proxy(listener)).static_resources.listeners[0].filter_chains[0].filters[0];

const on = (address: string, port: number) => ({ socket_address: { address, port_value: port } });

test('listeners and the admin interface are on localhost, only health is not', () => {
  const { admin, static_resources: resources } = bootstrapOf(proxy());
  expect(admin.address).toEqual(on('127.0.0.1', 9901));
  expect(resources.listeners.map(({ address }: any) => address)).toEqual([
    on('127.0.0.1', 8081),
    on('0.0.0.0', 9902),
  ]);
  const [health] = resources.listeners[1].filter_chains[0].filters;
  expect(health.typed_config.route_config.virtual_hosts[0].routes).toEqual([
    { match: { path: '/ready' }, route: { cluster: 'companion-admin' } },
  ]);
  expect(resources.clusters.map(({ name }: any) => name)).toEqual(['api', 'companion-admin']);
});

test('ports and address of health can be changed', () => {
  const companion = proxy({}, { adminPort: 1, healthPort: 2, healthAddress: '::', concurrency: 4 });
  const { admin, static_resources: resources } = bootstrapOf(companion);
  expect([admin.address, resources.listeners[1].address]).toEqual([on('127.0.0.1', 1), on('::', 2)]);
  expect(companion.toContainer()).toMatchObject({
    args: ['--concurrency', '4', '--disable-hot-restart'],
    startupProbe: { httpGet: { path: '/ready', port: 2 } },
  });
});

test('TCP is proxied to a cluster of the hosts', () => {
  expect(filterOf({ idleTimeoutSeconds: 60 }).typed_config).toMatchObject({
    '@type': 'type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy',
    cluster: 'api',
    idle_timeout: '60s',
  });
  const hosts = [
    { host: 'a', port: 1, weight: 3 },
    { host: '10.0.0.1', port: 2 },
  ];
  expect(clusterOf({ hosts, balance: 'least-request', connectTimeoutSeconds: 2 })).toMatchObject({
    type: 'STRICT_DNS',
    lb_policy: 'LEAST_REQUEST',
    connect_timeout: '2s',
    load_assignment: {
      endpoints: [
        {
          lb_endpoints: [
            { endpoint: { address: on('a', 1), hostname: 'a' }, load_balancing_weight: 3 },
            { endpoint: { address: on('10.0.0.1', 2), hostname: '10.0.0.1' } },
          ],
        },
      ],
    },
  });
});

describe('HTTP', () => {
  const routeOf = (listener: Partial<EnvoyListener>) =>
    filterOf({ protocol: 'http', ...listener }).typed_config.route_config.virtual_hosts[0].routes[0].route;

  test('requests have a timeout, and the host of the server', () => {
    expect(routeOf({})).toEqual({ cluster: 'api', timeout: '15s', auto_host_rewrite: true });
  });

  test('the host is that of the request if the server has only an address', () => {
    expect(routeOf({ hosts: [{ host: '10.0.0.1', port: 1 }] })).not.toHaveProperty('auto_host_rewrite');
  });

  test('retries, timeout and host can be changed', () => {
    expect(routeOf({ retries: 2, requestTimeoutSeconds: 0, hostHeader: 'a.example.com' })).toEqual({
      cluster: 'api',
      timeout: '0s',
      retry_policy: { retry_on: 'connect-failure,refused-stream,reset-before-request', num_retries: 2 },
      host_rewrite_literal: 'a.example.com',
    });
  });

  test('HTTP/2 is for requests, TLS and health checks', () => {
    const cluster = clusterOf({ protocol: 'http', http2: true, tls: {}, healthCheck: { path: '/health' } });
    expect(Object.keys(cluster.typed_extension_protocol_options)).toEqual([
      'envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
    ]);
    expect(cluster.transport_socket.typed_config.common_tls_context.alpn_protocols).toEqual(['h2']);
    expect(cluster.health_checks[0].http_health_check).toEqual({
      path: '/health',
      codec_client_type: 'HTTP2',
    });
  });
});

test('a health check without a path connects', () => {
  expect(clusterOf({ healthCheck: { intervalSeconds: 10 } }).health_checks).toEqual([
    {
      timeout: '5s',
      interval: '10s',
      unhealthy_threshold: 3,
      healthy_threshold: 2,
      tcp_health_check: {},
    },
  ]);
});

describe('TLS', () => {
  const contextOf = (tls: EnvoyListener['tls']) => clusterOf({ tls }).transport_socket.typed_config;

  test('checks each server by its own name', () => {
    expect(contextOf({})).toEqual({
      '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext',
      auto_host_sni: true,
      auto_sni_san_validation: true,
      common_tls_context: {
        validation_context: { trusted_ca: { filename: '/etc/ssl/certs/ca-certificates.crt' } },
      },
    });
  });

  test('uses the name, authority and certificate of the user', () => {
    const caSecret = { name: 'ca', key: 'ca.crt' };
    expect(contextOf({ serverName: 'a', caSecret, clientSecret: 'client' })).toMatchObject({
      sni: 'a',
      auto_sni_san_validation: true,
      common_tls_context: {
        validation_context: { trusted_ca: { filename: '/etc/envoy-tls/api/ca.pem' } },
        tls_certificates: [
          {
            certificate_chain: { filename: '/etc/envoy-tls/api/client.pem' },
            private_key: { filename: '/etc/envoy-tls/api/client.pem.key' },
          },
        ],
      },
    });
  });

  test('checks nothing if it must not', () => {
    expect(contextOf({ verify: false })).toMatchObject({ common_tls_context: {} });
    expect(contextOf({ verify: false })).not.toHaveProperty('auto_sni_san_validation');
  });
});

test('HTTP has a URL, TCP if there is a scheme', () => {
  expect(proxy({ protocol: 'http' }).settings.url).toBe('http://127.0.0.1:8081');
  expect(proxy({ scheme: 'redis' }).settings['api.url']).toBe('redis://127.0.0.1:8081');
  expect(proxy().settings).not.toHaveProperty('url');
});

test.each([
  [{ hosts: [] }, {}, '"listeners[0].hosts" is []: specify at least one host'],
  [
    { hosts: [{ host: 'a/b', port: 1 }] },
    {},
    '"listeners[0].hosts[0].host" is "a/b": use a host name or an IP address',
  ],
  [
    { hosts: [{ host: 'a', port: 1, weight: 0 }] },
    {},
    '"listeners[0].hosts[0].weight" is 0: use an integer of at least 1',
  ],
  [{ name: 'API' }, {}, '"listeners[0].name" is "API": use up to 30 lower-case letters'],
  [
    { retries: 1 },
    {},
    '"listeners[0].retries" is set, but "listeners[0].protocol" is "tcp": set the protocol to "http"',
  ],
  [{ http2: true }, {}, '"listeners[0].http2" is set, but "listeners[0].protocol" is "tcp"'],
  [
    { healthCheck: { path: 'health' } },
    {},
    '"listeners[0].healthCheck.path" is "health": use a path that begins with "/"',
  ],
  [
    { healthCheck: { intervalSeconds: 0 } },
    {},
    '"listeners[0].healthCheck.intervalSeconds" is 0: use an integer of at least 1',
  ],
  [
    { tls: {}, hosts: [{ host: '10.0.0.1', port: 1 }] },
    {},
    '"listeners[0].tls.serverName" is missing: the server is 10.0.0.1',
  ],
  [{ balance: 'fastest' }, {}, 'listeners[0].balance is "fastest": expected "round-robin"'],
  [{}, { listeners: [] }, '"listeners" is []: specify at least one listener'],
  [
    {},
    { listeners: [LISTENER, { ...LISTENER, port: 1 }] },
    '"listeners[1].name" is "api": "listeners[0].name" is the same',
  ],
  [{}, { healthPort: 9901 }, '"healthPort" is 9901: "adminPort" is the same'],
  [{}, { adminPort: 8081 }, '"adminPort" is 8081: "listeners[0].port" is the same'],
  [{}, { concurrency: 0 }, '"concurrency" is 0: use an integer of at least 1'],
])('%j with %j is refused', (listener, options, message) => {
  expect(() => proxy(listener as Partial<EnvoyListener>, options as Partial<EnvoyOptions>)).toThrow(message);
});
