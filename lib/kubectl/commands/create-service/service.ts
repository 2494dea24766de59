import { portName, portNumber } from '../../../apimachinery/ports';
import { goList, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { KubectlError } from '../../errors';
import { parseUint16 } from '../../flag-values/number';

export const NO_PORT = 'at least one tcp port specifier must be provided';

interface Service {
  readonly type: string;
  readonly tcp: readonly string[];
  readonly clusterIP?: string;
  readonly nodePort?: number;
  readonly externalName?: string;
}

/** ServiceOptions.createService. */
export function serviceOf(
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
