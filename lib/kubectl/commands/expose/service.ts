import { KubectlError } from '../../errors';
import type { EXPOSE_FLAGS } from './flags';
import type { FlagValues } from '../../flags/flag';
import { intOrString } from '../../../apimachinery/int-or-string';
import { atoi } from '../../flag-values/number';
import { toInt32 } from '../../../go/atoi';
import { goList, goMap, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { parseLabels } from '../../flag-values/pairs';
import { checkExposable, type Exposed, labelsOf, portsOf, protocolsOf, selectorOf } from './exposed';

/** Longest name of a Service that is called after an object. */
const LONGEST_NAME = 63;

/** What a Service is made of; texts are as flags have them. */
export interface ServiceParts extends Pick<
  FlagValues<typeof EXPOSE_FLAGS>,
  'target-port' | 'protocol' | 'type' | 'cluster-ip' | 'external-ip' | 'load-balancer-ip' | 'session-affinity'
> {
  readonly name: string;
  readonly selector: string;
  readonly labels: string;
  /** Numbers, separated by commas; empty for none. */
  readonly ports: string;
  readonly protocols: ReadonlyMap<string, readonly string[]>;
}

type ExposeValues = FlagValues<typeof EXPOSE_FLAGS>;

/**
 * Makes Services of objects. What one object gives for want of a flag, the next keeps
 * (ExposeServiceOptions.RunExpose, 1.36).
 */
export class Exposer {
  private selector: string;
  private port: string;
  private ports = '';
  private labels: string;

  constructor(
    private readonly values: ExposeValues,
    private readonly namespace: string,
    private readonly minor: number,
  ) {
    this.selector = values.selector;
    this.port = values.port;
    this.labels = values.labels;
  }

  /** @throws KubectlError */
  service(object: Exposed): JsonObject {
    checkExposable(object);
    this.selector ||= selectorOf(object);
    if (!this.port) this.takePorts(portsOf(object));
    this.labels ||= labelsOf(object);
    if (!this.selector) throw new KubectlError('selector must be specified');
    const name = this.values.name || (object.metadata?.name ?? '').slice(0, LONGEST_NAME);
    const { selector, labels } = this;
    return serviceOf(
      {
        ...this.values,
        name,
        selector,
        labels,
        ports: this.ports || this.port,
        protocols: protocolsOf(object),
      },
      this.namespace,
      this.minor,
    );
  }

  private takePorts(ports: readonly string[]): void {
    if (!ports.length && this.values['cluster-ip'] !== 'None') {
      throw new KubectlError("couldn't find port via --port flag or introspection");
    }
    if (ports.length === 1) [this.port] = ports;
    else this.ports = ports.join(',');
  }
}

/** ExposeServiceOptions.createService. */
export function serviceOf(parts: ServiceParts, namespace: string, minor: number): JsonObject {
  const selector = goMap(parseLabels(parts.selector));
  const labels = parts.labels ? goMap(parseLabels(parts.labels)) : undefined;
  if (!parts.name) throw new KubectlError('name must be specified');
  const ports = parts.ports ? portsWith(parts) : [];
  const affinity = parts['session-affinity'];
  if (!['', 'None', 'ClientIP'].includes(affinity)) {
    throw new KubectlError(`unknown session affinity: ${affinity}`);
  }
  return {
    kind: 'Service',
    apiVersion: 'v1',
    metadata: objectMeta({ name: parts.name, namespace, labels }, minor),
    spec: struct({
      ports: goList(ports),
      selector,
      clusterIP: parts['cluster-ip'] || undefined,
      type: parts.type || undefined,
      externalIPs: parts['external-ip'] ? [parts['external-ip']] : undefined,
      sessionAffinity: affinity || undefined,
      loadBalancerIP: (parts.type === 'LoadBalancer' && parts['load-balancer-ip']) || undefined,
    }),
    status: { loadBalancer: {} },
  };
}

function portsWith(parts: ServiceParts): JsonObject[] {
  const texts = parts.ports.split(',');
  const target = parts['target-port'];
  return texts.flatMap((text, index) => {
    const port = toInt32(atoi(text));
    return protocolsFor(text, parts).map((protocol, _, all) =>
      struct({
        name: nameOf(index, texts.length, protocol, all.length),
        protocol,
        port,
        targetPort: target ? intOrString(target) : port,
      }),
    );
  });
}

/** The one that is asked for, or those that the object has at the port. */
function protocolsFor(port: string, { protocol, protocols }: ServiceParts): readonly string[] {
  return protocol ? [protocol] : (protocols.get(port) ?? ['TCP']);
}

function nameOf(index: number, ports: number, protocol: string, protocols: number): string | undefined {
  if (protocols > 1) return `port-${index + 1}-${protocol.toLowerCase()}`;
  return ports > 1 ? `port-${index + 1}` : undefined;
}
