import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec, TopologySpreadConstraint } from '../../schema/types';
import { judgeLabelSelector } from '../labels';
import { judgeKeysOfSpread, judgeLabelKeys } from './label-keys';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const NODE_POLICIES = ['Honor', 'Ignore'];
const NOT_POSITIVE = 'must be greater than zero';

/** How Pods spread over nodes: validateTopologySpreadConstraints, 1.36. */
export const TOPOLOGY_SPREAD = defineRule<Rule<PodSpec>>({
  id: 'pod-topology-spread',
  stage: 'judge',
  mistake: 'a malformed or duplicate spread constraint',
  suggestion: 'fix the constraint, or keep one of them',
  field: 'topologySpreadConstraints',
  judge({ topologySpreadConstraints: constraints }, at) {
    if (!constraints) return;
    const repeated = earlierOfTwins(constraints);
    constraints.forEach((constraint, index) =>
      judgeConstraint(constraint, repeated.has(index), at.field('topologySpreadConstraints').index(index)),
    );
  },
});

const pairOf = ({ topologyKey = '', whenUnsatisfiable = '' }: TopologySpreadConstraint) =>
  `{${topologyKey}, ${whenUnsatisfiable}}`;

/** Those that a later one repeats: a server complains of these. */
function earlierOfTwins(constraints: readonly TopologySpreadConstraint[]): ReadonlySet<number> {
  const later = new Set<string>();
  const found = new Set<number>();
  for (let index = constraints.length - 1; index >= 0; index--) {
    const pair = pairOf(constraints[index]);
    if (later.has(pair)) found.add(index);
    later.add(pair);
  }
  return found;
}

function judgeConstraint(constraint: TopologySpreadConstraint, repeated: boolean, at: Field): void {
  const { maxSkew = 0, topologyKey, whenUnsatisfiable: action = '', labelSelector } = constraint;
  if (maxSkew <= 0) {
    at.field('maxSkew').invalid(maxSkew, NOT_POSITIVE, { suggestion: 'use 1 or more' });
  }
  if (!topologyKey) {
    at.field('topologyKey').required('can not be empty', {
      suggestion: 'use a node label, such as "kubernetes.io/hostname"',
    });
  }
  if (!ACTIONS.includes(action)) at.field('whenUnsatisfiable').notSupported(action, ACTIONS);
  if (repeated) {
    at.field('{topologyKey, whenUnsatisfiable}')
      .shownAt(at)
      .duplicate(pairOf(constraint), { repeats: ['topologyKey', 'whenUnsatisfiable'] });
  }
  judgeMinDomains(constraint.minDomains, action, at.field('minDomains'));
  judgeNodePolicy(constraint.nodeAffinityPolicy, at.field('nodeAffinityPolicy'));
  judgeNodePolicy(constraint.nodeTaintsPolicy, at.field('nodeTaintsPolicy'));
  if (at.minor >= 34) judgeLabelKeys(constraint, at);
  else judgeKeysOfSpread(constraint, at.field('matchLabelKeys'));
  if (labelSelector) judgeLabelSelector(labelSelector, at.field('labelSelector'));
}

/** validateMinDomains, 1.36. */
function judgeMinDomains(domains: number | undefined, action: string, at: Field): void {
  if (domains === undefined) return;
  if (domains <= 0) at.invalid(domains, NOT_POSITIVE, { suggestion: 'use 1 or more' });
  if (action !== 'DoNotSchedule') {
    at.invalid(domains, `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`, {
      suggestion: 'remove minDomains',
    });
  }
}

function judgeNodePolicy(policy: string | undefined, at: Field): void {
  if (policy !== undefined && !NODE_POLICIES.includes(policy)) {
    at.notSupported(policy, NODE_POLICIES);
  }
}
