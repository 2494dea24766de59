import { Yaml } from 'cdk8s';
import type { ConfigMapKeySelector, Volume } from '../../lib/k8s';
import { UNPRIVILEGED } from '../blocks/hardening';
import { OptionCheck } from './base/option-check';
import { Companion } from './companion';
import { assertDescriptor, descriptorOf } from './grpc-gateway/descriptor';
import { envoyConfig, gatewayOf, HEALTH_PATH } from './grpc-gateway/envoy';
import type { CompanionOptions } from './options';

/** Options of REST for a gRPC server. */
export interface GrpcGatewayOptions extends CompanionOptions {
  /** Services to offer, with their package: `shop.v1.Orders`. The descriptor set must contain them. */
  readonly services: string[];

  /**
   * Descriptor set in base64: what `protoc --include_imports --descriptor_set_out` writes. It becomes a part
   * of the configuration, for which a ConfigMap has room up to 1 MiB.
   *
   * @default - set this, `descriptorConfigMap` or `descriptorVolume`
   */
  readonly descriptor?: string;

  /**
   * Key of a ConfigMap, in its `binaryData`, that contains the descriptor set.
   *
   * @default - set this, `descriptor` or `descriptorVolume`
   */
  readonly descriptorConfigMap?: ConfigMapKeySelector;

  /**
   * Volume with the descriptor set, at `descriptorPath`.
   *
   * @default - set this, `descriptor` or `descriptorConfigMap`
   */
  readonly descriptorVolume?: Volume;

  /**
   * Path of the descriptor set in `descriptorVolume`: `shop.pb`.
   *
   * @default 'descriptor.pb'
   */
  readonly descriptorPath?: string;

  /**
   * Port of the gRPC server in the main container.
   *
   * @default 50051
   */
  readonly grpcPort?: number;

  /**
   * Port of the REST interface on the Pod's IP address; gRPC is served there too.
   *
   * @default 8080
   */
  readonly port?: number;

  /**
   * Most time that a call may take, in seconds; 0 for no limit.
   *
   * @default 15
   */
  readonly timeoutSeconds?: number;

  /**
   * Whether methods without an HTTP mapping are offered, as `POST /package.Service/Method`.
   *
   * @default false
   */
  readonly autoMapping?: boolean;

  /**
   * Whether fields with a default value, such as 0, are in the responses.
   *
   * @default false
   */
  readonly printDefaults?: boolean;

  /**
   * Whether fields have the names of the descriptor set in responses, not camel case.
   *
   * @default false
   */
  readonly preserveFieldNames?: boolean;

  /**
   * Whether query parameters that a method does not know are ignored; otherwise, the response is 404.
   *
   * @default false
   */
  readonly ignoreUnknownQueryParameters?: boolean;
}

const DIRECTORY = '/etc/grpc-gateway';

/** Makes Envoy with its gRPC-JSON transcoder. */
export function grpcGateway(options: GrpcGatewayOptions): Companion {
  assertValid(options);
  const { name = 'grpc-gateway' } = options;
  const gateway = gatewayOf(options);
  const { port, grpcPort } = gateway;
  const { descriptor, volume, mount } = descriptorOf(name, options);
  const config = envoyConfig(gateway, descriptor);
  return new Companion(
    {
      container: {
        name,
        image: 'docker.io/envoyproxy/envoy:distroless-v1.36.6',
        args: ['-c', `${DIRECTORY}/envoy.yaml`, '--disable-hot-restart', '--concurrency', '2'],
        ports: [{ name: 'rest', containerPort: port }],
        livenessProbe: { httpGet: { path: HEALTH_PATH, port } },
        resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '128Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 65532, runAsGroup: 65532 },
        ...(mount ? { volumeMounts: [mount] } : {}),
      },
      upstreamPort: grpcPort,
      config: { mountPath: DIRECTORY, files: { 'envoy.yaml': Yaml.stringify(config) } },
      ...(volume ? { volumes: [volume] } : {}),
    },
    options,
  );
}

function assertValid(options: GrpcGatewayOptions): void {
  const check = new OptionCheck('Adapters.grpcGateway');
  const { services, timeoutSeconds } = options;
  check.notEmpty('services', services, 'one service');
  services.forEach((service) =>
    check.matches('services', service, /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, 'use names such as shop.v1.Orders'),
  );
  assertDescriptor(check, options);
  const { port, grpcPort } = gatewayOf(options);
  check.port('grpcPort', grpcPort);
  check.port('port', port);
  if (port === grpcPort) check.fail('port', port, 'the gRPC server has this port, so use a different one');
  check.count('timeoutSeconds', timeoutSeconds);
}
