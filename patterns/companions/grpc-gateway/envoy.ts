/** What the gateway does. */
export interface Gateway {
  readonly port: number;
  readonly grpcPort: number;
  readonly timeoutSeconds: number;
  readonly services: readonly string[];
  readonly autoMapping: boolean;
  readonly printDefaults: boolean;
  readonly preserveFieldNames: boolean;
  readonly ignoreUnknownQueryParameters: boolean;
}

/** What the gateway does, with the defaults. */
export const gatewayOf = ({
  services,
  port = 8080,
  grpcPort = 50051,
  timeoutSeconds = 15,
  autoMapping = false,
  printDefaults = false,
  preserveFieldNames = false,
  ignoreUnknownQueryParameters = false,
}: Pick<Gateway, 'services'> & Partial<Gateway>): Gateway => ({
  services,
  port,
  grpcPort,
  timeoutSeconds,
  autoMapping,
  printDefaults,
  preserveFieldNames,
  ignoreUnknownQueryParameters,
});

/** Where the transcoder has the descriptor set from. */
export type Descriptor = { readonly proto_descriptor: string } | { readonly proto_descriptor_bin: string };

/** Path that Envoy answers itself. */
export const HEALTH_PATH = '/-/healthy';

const HTTP_FILTERS = 'type.googleapis.com/envoy.extensions.filters.http';

/** Envoy's configuration (config.bootstrap.v3.Bootstrap, v1.36). */
export function envoyConfig(gateway: Gateway, descriptor: Descriptor): object {
  const { port, grpcPort } = gateway;
  return {
    static_resources: {
      listeners: [
        {
          name: 'rest',
          address: address('0.0.0.0', port),
          filter_chains: [{ filters: [manager(gateway, descriptor)] }],
        },
      ],
      clusters: [cluster(grpcPort)],
    },
  };
}

const address = (host: string, port: number) => ({ socket_address: { address: host, port_value: port } });

function manager(gateway: Gateway, descriptor: Descriptor): object {
  const route = { match: { prefix: '/' }, route: { cluster: 'grpc', timeout: `${gateway.timeoutSeconds}s` } };
  return {
    name: 'envoy.filters.network.http_connection_manager',
    typed_config: {
      '@type':
        'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
      stat_prefix: 'rest',
      codec_type: 'AUTO',
      route_config: { name: 'rest', virtual_hosts: [{ name: 'grpc', domains: ['*'], routes: [route] }] },
      http_filters: [healthCheck(), transcoder(gateway, descriptor), router()],
    },
  };
}

const healthCheck = () => ({
  name: 'envoy.filters.http.health_check',
  typed_config: {
    '@type': `${HTTP_FILTERS}.health_check.v3.HealthCheck`,
    pass_through_mode: false,
    headers: [{ name: ':path', string_match: { exact: HEALTH_PATH } }],
  },
});

/** Requests that no method fits are answered with 404: a gRPC server would reset the connection. */
function transcoder(gateway: Gateway, descriptor: Descriptor): object {
  return {
    name: 'envoy.filters.http.grpc_json_transcoder',
    typed_config: {
      '@type': `${HTTP_FILTERS}.grpc_json_transcoder.v3.GrpcJsonTranscoder`,
      ...descriptor,
      services: gateway.services,
      auto_mapping: gateway.autoMapping,
      convert_grpc_status: true,
      ignore_unknown_query_parameters: gateway.ignoreUnknownQueryParameters,
      print_options: {
        always_print_primitive_fields: gateway.printDefaults,
        preserve_proto_field_names: gateway.preserveFieldNames,
      },
      request_validation_options: { reject_unknown_method: true },
    },
  };
}

const router = () => ({
  name: 'envoy.filters.http.router',
  typed_config: { '@type': `${HTTP_FILTERS}.router.v3.Router` },
});

/** The gRPC server in the main container, which speaks HTTP/2 without TLS. */
const cluster = (port: number) => ({
  name: 'grpc',
  type: 'STATIC',
  connect_timeout: '1s',
  typed_extension_protocol_options: {
    'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
      '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
      explicit_http_config: { http2_protocol_options: {} },
    },
  },
  load_assignment: {
    cluster_name: 'grpc',
    endpoints: [{ lb_endpoints: [{ endpoint: { address: address('127.0.0.1', port) } }] }],
  },
});
