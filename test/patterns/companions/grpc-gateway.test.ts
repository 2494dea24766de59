import { parse } from 'yaml';
import { Adapter, Adapters, type GrpcGatewayOptions, PodTemplate } from '../../../lib';

const SERVICES = { services: ['shop.v1.Orders', 'Health'] };
const BASE64 = 'CgZzaG9wLnA=';

function partsOf(options: Partial<GrpcGatewayOptions>) {
  const companion = Adapters.grpcGateway({ ...SERVICES, descriptor: BASE64, ...options });
  const config = parse(companion.toConfigFiles()['envoy.yaml'], { version: '1.1' });
  const [listener] = config.static_resources.listeners;
  const manager = listener.filter_chains[0].filters[0].typed_config;
  const [health, transcoder, router] = manager.http_filters;
  const { socket_address } = listener.address;
  const [cluster] = config.static_resources.clusters;
  return { companion, socket_address, manager, health, transcoder: transcoder.typed_config, router, cluster };
}

test('Envoy listens for REST, transcodes, and sends gRPC to the main container', () => {
  const { companion, socket_address, manager, transcoder, router, cluster } = partsOf({
    port: 8081,
    grpcPort: 9090,
  });
  expect(socket_address).toEqual({ address: '0.0.0.0', port_value: 8081 });
  expect(transcoder).toMatchObject({
    proto_descriptor_bin: BASE64,
    services: SERVICES.services,
    convert_grpc_status: true,
    request_validation_options: { reject_unknown_method: true },
  });
  expect(router.name).toBe('envoy.filters.http.router');
  expect(manager.route_config.virtual_hosts[0].routes[0].route).toEqual({ cluster: 'grpc', timeout: '15s' });
  const [{ endpoint }] = cluster.load_assignment.endpoints[0].lb_endpoints;
  expect(endpoint.address.socket_address).toEqual({ address: '127.0.0.1', port_value: 9090 });
  expect(companion).toMatchObject({ port: 8081, upstreamPort: 9090 });
  expect(companion.toContainer().args).toEqual([
    '-c',
    '/etc/grpc-gateway/envoy.yaml',
    '--disable-hot-restart',
    '--concurrency',
    '2',
  ]);
});

test('the liveness probe is answered by Envoy itself', () => {
  const { companion, health } = partsOf({});
  const [header] = health.typed_config.headers;
  expect(header).toEqual({ name: ':path', string_match: { exact: '/-/healthy' } });
  expect(companion.toContainer().livenessProbe).toEqual({ httpGet: { path: '/-/healthy', port: 8080 } });
});

test('options of the transcoder', () => {
  const { transcoder, manager } = partsOf({
    autoMapping: true,
    printDefaults: true,
    preserveFieldNames: true,
    ignoreUnknownQueryParameters: true,
    timeoutSeconds: 0,
  });
  expect(transcoder).toMatchObject({
    auto_mapping: true,
    ignore_unknown_query_parameters: true,
    print_options: { always_print_primitive_fields: true, preserve_proto_field_names: true },
  });
  expect(manager.route_config.virtual_hosts[0].routes[0].route.timeout).toBe('0s');
});

describe('the descriptor set', () => {
  const podWith = (options: Partial<GrpcGatewayOptions>) => {
    const { companion, transcoder } = partsOf({ descriptor: undefined, ...options });
    const pod = new PodTemplate({ main: { name: 'app' }, patterns: [new Adapter(companion)] });
    const [{ volumeMounts }] = pod.initContainers;
    return { path: transcoder.proto_descriptor, volumes: pod.volumes, mount: volumeMounts!.at(-1) };
  };
  const mountPath = '/etc/grpc-gateway-descriptor';

  test('in a ConfigMap', () => {
    const { path, volumes, mount } = podWith({ descriptorConfigMap: { name: 'shop', key: 'shop.pb' } });
    expect(path).toBe(`${mountPath}/descriptor.pb`);
    expect(volumes.at(-1)).toEqual({
      name: 'grpc-gateway-descriptor',
      configMap: { name: 'shop', items: [{ key: 'shop.pb', path: 'descriptor.pb' }] },
    });
    expect(mount).toEqual({ name: 'grpc-gateway-descriptor', mountPath, readOnly: true });
  });

  test('in a volume', () => {
    const descriptorVolume = { name: 'protos', image: { reference: 'ghcr.io/acme/protos:1' } };
    const { path, volumes, mount } = podWith({ descriptorVolume, descriptorPath: 'shop/v1.pb' });
    expect(path).toBe(`${mountPath}/shop/v1.pb`);
    expect(volumes.at(-1)).toEqual(descriptorVolume);
    expect(mount).toEqual({ name: 'protos', mountPath, readOnly: true });
  });

  test('in base64 with line breaks', () => {
    expect(partsOf({ descriptor: 'CgZzaG9w\nLnA=\n' }).transcoder.proto_descriptor_bin).toBe(BASE64);
  });
});

test.each<[Partial<GrpcGatewayOptions>, string]>([
  [{ services: [] }, '"services" is []: specify at least one service'],
  [
    { services: ['/shop.v1.Orders/Get'] },
    '"services" is "/shop.v1.Orders/Get": use names such as shop.v1.Orders',
  ],
  [
    { descriptor: undefined },
    'none of "descriptor", "descriptorConfigMap", "descriptorVolume" is set: set one',
  ],
  [
    { descriptorVolume: { name: 'v' } },
    '"descriptor", "descriptorVolume" are set together: remove all but one',
  ],
  [{ descriptor: 'shop.pb' }, '"descriptor" is "shop.pb": use the base64 text'],
  [{ descriptor: 'abc' }, '"descriptor" is "abc"'],
  [{ descriptorPath: 'a.pb' }, '"descriptorPath" is set without "descriptorVolume"'],
  [
    { descriptor: undefined, descriptorVolume: { name: 'v' }, descriptorPath: '/a.pb' },
    '"descriptorPath" is "/a.pb"',
  ],
  [
    { descriptor: undefined, descriptorVolume: { name: 'v' }, descriptorPath: 'a/../b' },
    '"descriptorPath" is "a/../b"',
  ],
  [{ grpcPort: 0 }, '"grpcPort" is 0: use an integer from 1 to 65535'],
  [{ port: 50051 }, '"port" is 50051: the gRPC server has this port'],
  [{ timeoutSeconds: -1 }, '"timeoutSeconds" is -1: use an integer of at least 0'],
])('%#', (options, message) => {
  expect(() => partsOf(options)).toThrow(message);
});
