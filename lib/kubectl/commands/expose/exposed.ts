import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';

interface Labels {
  readonly [key: string]: string;
}

interface Port {
  readonly containerPort?: number;
  readonly port?: number;
  readonly protocol?: string;
}

/** What kubectl expose looks at in an object. */
export interface Exposed {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly name?: string; readonly labels?: Labels };
  readonly spec?: {
    readonly selector?: JsonObject;
    readonly ports?: readonly Port[];
    readonly containers?: readonly { readonly ports?: readonly Port[] }[];
    readonly template?: {
      readonly spec?: { readonly containers?: readonly { readonly ports?: readonly Port[] }[] };
    };
  };
}

const EXPOSABLE = ['ReplicationController', 'Service', 'Pod', 'Deployment.apps', 'ReplicaSet.apps'];

/** Refuses an object that no Service can be for (canBeExposed). */
export function checkExposable({ apiVersion, kind }: Pick<Exposed, 'apiVersion' | 'kind'>): void {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  if (!EXPOSABLE.includes(kind + group)) throw new KubectlError(`cannot expose a ${kind}${group}`);
}

const joinLabels = (labels: object = {}) =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

/** Labels of the object (MakeLabels). */
export const labelsOf = ({ metadata }: Exposed) => joinLabels(metadata?.labels);

/** Selector of the Pods of an object (mapBasedSelectorForObject). */
export function selectorOf({ kind, metadata, spec }: Exposed): string {
  switch (kind) {
    case 'Pod':
      return requireLabels(metadata?.labels, 'the pod has no labels and cannot be exposed');
    case 'ReplicationController':
      return joinLabels(spec?.selector);
    case 'Service':
      if (!spec?.selector) throw unselected('the service has no pod selector set');
      return joinLabels(spec.selector);
    default:
      return setSelector(kind, spec?.selector);
  }
}

function setSelector(kind: string, selector: JsonObject = {}): string {
  const text = requireLabels(
    selector.matchLabels as Labels | undefined,
    `invalid ${kind.toLowerCase()}: no selectors, therefore cannot be exposed`,
  );
  const expressions = selector.matchExpressions as readonly JsonObject[] | undefined;
  if (expressions?.length) {
    throw unselected(
      `couldn't convert expressions - "[${expressions.map(expressionText).join(' ')}]" to map-based selector format`,
    );
  }
  return text;
}

/** `%+v` of a LabelSelectorRequirement, which prints itself as a message of protobuf. */
const expressionText = ({ key = '', operator = '', values }: JsonObject) =>
  `{Key:${String(key)} Operator:${String(operator)} Values:[${((values ?? []) as readonly string[]).join(' ')}]}`;

function requireLabels(labels: object | undefined, problem: string): string {
  if (!labels || !Object.keys(labels).length) throw unselected(problem);
  return joinLabels(labels);
}

const unselected = (reason: string) =>
  new KubectlError(`couldn't retrieve selectors via --selector flag or introspection: ${reason}`);

const portsIn = ({ kind, spec }: Exposed): readonly (readonly [port: string, protocol: string])[] => {
  const containers = spec?.containers ?? spec?.template?.spec?.containers ?? [];
  const ports =
    kind === 'Service' ? (spec?.ports ?? []) : containers.flatMap((container) => container.ports ?? []);
  return ports.map(({ containerPort = 0, port = containerPort, protocol }) => [
    String(port),
    protocol || 'TCP',
  ]);
};

/** Numbers of its ports, each once (portsForObject). */
export const portsOf = (object: Exposed) => [...new Set(portsIn(object).map(([port]) => port))];

/** Protocols by port (multiProtocolsForObject). */
export function protocolsOf(object: Exposed): ReadonlyMap<string, readonly string[]> {
  const protocols = new Map<string, string[]>();
  for (const [port, protocol] of portsIn(object)) {
    protocols.set(port, [...(protocols.get(port) ?? []), protocol]);
  }
  return protocols;
}
