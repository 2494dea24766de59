import { dnsSubdomain } from '../../apimachinery/dns';
import { portName, portNumber } from '../../apimachinery/ports';
import { KubectlError } from '../errors';
import {
  CREATE_SERVICE_CLUSTER_IP_FLAGS,
  CREATE_SERVICE_EXTERNAL_NAME_FLAGS,
  CREATE_SERVICE_LOAD_BALANCER_FLAGS,
  CREATE_SERVICE_NODE_PORT_FLAGS,
} from '../flags/create-service';
import { parseUint16, toInt32 } from '../go/number';
import { goList, type JsonObject, objectMeta, struct } from '../go/object';
import type { Generator } from './generator';

/** kubectl create service clusterip. */
export const CREATE_SERVICE_CLUSTER_IP: Generator<typeof CREATE_SERVICE_CLUSTER_IP_FLAGS> = {
  flags: CREATE_SERVICE_CLUSTER_IP_FLAGS,
  generate(given) {
    const { tcp, clusterip } = given.values;
    if (clusterip !== 'None' && !tcp.length) throw new KubectlError(NO_PORT);
    return serviceOf(given, { type: 'ClusterIP', tcp, clusterIP: clusterip || undefined });
  },
};

/** kubectl create service nodeport. */
export const CREATE_SERVICE_NODE_PORT: Generator<typeof CREATE_SERVICE_NODE_PORT_FLAGS> = {
  flags: CREATE_SERVICE_NODE_PORT_FLAGS,
  generate(given) {
    const { tcp, 'node-port': nodePort } = given.values;
    if (!tcp.length) throw new KubectlError(NO_PORT);
    return serviceOf(given, { type: 'NodePort', tcp, nodePort: toInt32(nodePort) || undefined });
  },
};

/** kubectl create service loadbalancer. */
export const CREATE_SERVICE_LOAD_BALANCER: Generator<typeof CREATE_SERVICE_LOAD_BALANCER_FLAGS> = {
  flags: CREATE_SERVICE_LOAD_BALANCER_FLAGS,
  generate(given) {
    const { tcp } = given.values;
    if (!tcp.length) throw new KubectlError(NO_PORT);
    return serviceOf(given, { type: 'LoadBalancer', tcp });
  },
};

/** kubectl create service externalname. */
export const CREATE_SERVICE_EXTERNAL_NAME: Generator<typeof CREATE_SERVICE_EXTERNAL_NAME_FLAGS> = {
  flags: CREATE_SERVICE_EXTERNAL_NAME_FLAGS,
  generate(given) {
    const { tcp, 'external-name': externalName } = given.values;
    if (dnsSubdomain(externalName).length) {
      throw new KubectlError(`invalid service external name ${externalName}`);
    }
    return serviceOf(given, { type: 'ExternalName', tcp, externalName });
  },
};

const NO_PORT = 'at least one tcp port specifier must be provided';

interface Service {
  readonly type: string;
  readonly tcp: readonly string[];
  readonly clusterIP?: string;
  readonly nodePort?: number;
  readonly externalName?: string;
}

/** ServiceOptions.createService. */
function serviceOf(
  { name, namespace, minor }: Named,
  { type, tcp, clusterIP, nodePort, externalName }: Service,
): JsonObject {
  return {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: objectMeta({ name, namespace, labels: { app: name } }, minor),
    spec: struct({
      ports: goList(tcp.map((text) => portOf(text, nodePort))),
      selector: { app: name },
      clusterIP,
      type,
      externalName,
    }),
    status: { loadBalancer: {} },
  };
}

interface Named {
  readonly name: string;
  readonly namespace: string;
  readonly minor: number;
}

/** parsePorts. */
function portOf(text: string, nodePort: number | undefined): JsonObject {
  const [port, target] = text.split(':');
  const number = parseUint16(port);
  return struct({
    name: text.replaceAll(':', '-') || undefined,
    protocol: 'TCP',
    port: number,
    targetPort: target === undefined ? number : targetPort(target),
    nodePort,
  });
}

function targetPort(text: string): number | string {
  const isNumber =
    /^[-+]?\d+$/.test(text) &&
    BigInt.asIntN(64, BigInt(text.replace('+', ''))) === BigInt(text.replace('+', ''));
  const problems = isNumber ? portNumber(Number(text)) : portName(text);
  if (problems.length) throw new KubectlError(problems.join(','));
  return isNumber ? Number(text) : text;
}
