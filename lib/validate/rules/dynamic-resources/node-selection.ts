import { GoValue } from '../../../go/format';
import { goJson } from '../../../go/marshal';
import { dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../../schema/types';
import { judgeNodeSelector } from '../volume-node-affinity';

/** What a slice or a device says of the nodes that have it. */
interface Nodes {
  readonly nodeName?: string;
  readonly nodeSelector?: NodeSelector;
  readonly allNodes?: boolean;
  readonly perDeviceNodeSelection?: boolean;
}

/** How it says so. */
type Way = keyof Nodes;

const quoted = (way: Way) => `\`${way}\``;

/** The ways that are there; what is empty or false is none. */
const waysOf = (nodes: Nodes): readonly Way[] => WAYS.filter((way) => nodes[way]);

const WAYS = ['nodeName', 'nodeSelector', 'allNodes', 'perDeviceNodeSelection'] as const;

/** Of a slice: a part of validateResourceSliceSpec, 1.36. */
export function judgeNodesOfSlice(nodes: Nodes, at: Field): void {
  judgeNodes(nodes, 'must be either unset or set to a non-empty string', at);
  const { nodeSelector, perDeviceNodeSelection } = nodes;
  if (nodeSelector) judgeOneTerm(nodeSelector, at.field('nodeSelector', 'nodeSelectorTerms'));
  if (perDeviceNodeSelection === false) judgeTrue(at.field('perDeviceNodeSelection'));
  const ways = waysOf(nodes);
  if (ways.length === 1) return;
  const text = `exactly one of ${WAYS.map(quoted).join(', ')} is required`;
  if (ways.length) at.invalid(shown(ways), `${text}, but multiple fields are set`);
  else at.required(text, { suggestion: 'set nodeName, or allNodes: true if all nodes have the devices' });
}

/** Of a device in a slice that leaves it to its devices: a part of validateDevice, 1.36. */
export function judgeNodesOfDevice(nodes: Nodes, at: Field): void {
  judgeNodes(nodes, 'must not be empty', at);
  const ways = waysOf(nodes);
  if (ways.length === 1) return;
  const text =
    'exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when `perDeviceNodeSelection` is set to true in the ResourceSlice spec';
  if (ways.length) at.invalid(shown(ways), text, { suggestion: 'keep one of them' });
  else at.required(text, { suggestion: 'set nodeName, nodeSelector or allNodes' });
}

const shown = (ways: readonly Way[]) => `{${ways.map(quoted).join(', ')}}`;

function judgeNodes({ nodeName, nodeSelector, allNodes }: Nodes, emptyText: string, at: Field): void {
  if (nodeName) at.field('nodeName').invalidEach(nodeName, dnsSubdomain(nodeName));
  else if (nodeName === '') at.field('nodeName').invalid('', emptyText);
  if (nodeSelector) judgeNodeSelector(nodeSelector, at.field('nodeSelector'));
  if (allNodes === false) judgeTrue(at.field('allNodes'));
}

const judgeTrue = (at: Field) =>
  at.invalid(false, 'must be either unset or set to true', { suggestion: `remove ${at.last}` });

function judgeOneTerm({ nodeSelectorTerms: terms }: NodeSelector, at: Field): void {
  if (terms?.length === 1) return;
  const text = goJson(terms?.map(inGo) ?? null);
  at.invalid(new GoValue(terms, text, text), 'must have exactly one node selector term', {
    suggestion: 'keep one term',
  });
}

const inGo = ({ matchExpressions, matchFields }: NodeSelectorTerm) => ({
  MatchExpressions: matchExpressions?.map(requirementInGo) ?? null,
  MatchFields: matchFields?.map(requirementInGo) ?? null,
});

const requirementInGo = ({ key = '', operator = '', values }: NodeSelectorRequirement) => ({
  Key: key,
  Operator: operator,
  Values: values ?? null,
});
