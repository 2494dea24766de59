import { dnsLabel } from '../../../apimachinery/dns';
import { qualifiedName } from '../../../apimachinery/labels';
import { portName, portNumber } from '../../../apimachinery/ports';
import { intOrString, named, number, pointer, struct } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ServicePort, ServiceSpec } from '../../schema/types';
import { judgeNameFormat } from '../renaming';
import { nodePortsOf } from './node-ports';
import { isHeadless } from './subject';

export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

export const SERVICE_PORTS = defineRule<Rule<ServiceSpec>>({
  id: 'service-ports',
  stage: 'judge',
  mistake:
    'a Service without ports, or with a port that is malformed, has no name although there are several, or is repeated',
  suggestion: 'give each port a name and a number of its own',
  judge(spec, at) {
    const { ports = [] } = spec;
    const names = new Set<string>();
    ports.forEach((port, index) => judgePort(port, ports.length > 1, names, at.index(index)));
  },
});

/** The first cause that validateService, pkg/apis/core/validation 1.36, comes to. */
export const PORTS_MISSING: Rule<ServiceSpec> = {
  id: SERVICE_PORTS.id,
  judge(spec, at) {
    if (spec.ports?.length || isHeadless(spec) || spec.type === 'ExternalName') return;
    at.required('', { suggestion: 'add the port to listen on, or set clusterIP: None' });
  },
};

/** validateServicePort, 1.36. */
function judgePort(
  { name, port = 0, protocol = '', targetPort, appProtocol }: ServicePort,
  several: boolean,
  names: Set<string>,
  at: Field,
): void {
  if (name) judgeName(name, names, at.field('name'));
  else if (several) at.field('name').required('', { suggestion: 'name each port, such as "http"' });
  at.field('port').invalidEach(port, portNumber(port), PORT_HINT);
  if (!PROTOCOLS.includes(protocol)) at.field('protocol').notSupported(protocol, PROTOCOLS);
  judgeTarget(targetPort ?? 0, at.field('targetPort'));
  if (appProtocol !== undefined) {
    at.field('appProtocol').invalidEach(appProtocol, qualifiedName(appProtocol, at.minor));
  }
}

const PORT_HINT = { suggestion: 'use a port from 1 to 65535' };

function judgeName(name: string, names: Set<string>, at: Field): void {
  judgeNameFormat(name, dnsLabel, at);
  if (names.has(name)) at.duplicate(name, { suggestion: 'give each port of the Service a unique name' });
  names.add(name);
}

/** ValidatePortNumOrName, 1.36. */
function judgeTarget(port: number | string, at: Field): void {
  const problems = typeof port === 'number' ? portNumber(port) : portName(port);
  at.invalidEach(port, problems, {
    suggestion: 'use a port from 1 to 65535, or the name of a port of the container',
  });
}

/** Ports that occur twice: the same part of validateService, 1.36. */
export const REPEATED_PORTS: Rule<ServiceSpec> = {
  id: SERVICE_PORTS.id,
  judge(spec, at) {
    const { ports = [] } = spec;
    const nodePorts = nodePortsOf(spec);
    repeated(ports.map(({ protocol }, index) => `${protocol} ${nodePorts[index] || ''}`)).forEach((index) => {
      const place = at.index(index).field('nodePort');
      if (nodePorts[index]) place.duplicate(nodePorts[index], { suggestion: 'use another node port' });
    });
    repeated(ports.map(({ protocol, port }) => `${protocol} ${port}`)).forEach((index) =>
      at.index(index).duplicate(keyOf(ports[index]), {
        suggestion: 'change or remove one of them',
        repeats: ['protocol', 'port'],
      }),
    );
  },
};

/** Indexes of texts that occur before. */
function repeated(texts: readonly string[]): number[] {
  const seen = new Set<string>();
  return [...texts.keys()].filter((index) => seen.size === seen.add(texts[index]).size);
}

/** A core.ServicePort of which only two fields are set. */
function keyOf({ protocol, port = 0 }: ServicePort) {
  const fields = {
    Name: named(),
    Protocol: named(protocol),
    AppProtocol: pointer(undefined, 'string'),
    Port: number(port),
    TargetPort: intOrString(0),
    NodePort: number(0),
  };
  return struct('core.ServicePort', fields);
}
