import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec, TopologySpreadConstraint } from '../../schema/types';
import type { Verdict } from '../../verdict';
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
  judge({ topologySpreadConstraints: constraints }, path, verdict) {
    if (!constraints) return;
    const repeated = earlierOfTwins(constraints);
    constraints.forEach((constraint, index) =>
      judgeConstraint(
        constraint,
        repeated.has(index),
        path.field('topologySpreadConstraints').index(index),
        verdict,
      ),
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

function judgeConstraint(
  constraint: TopologySpreadConstraint,
  repeated: boolean,
  path: FieldPath,
  verdict: Verdict,
): void {
  const { maxSkew = 0, topologyKey, whenUnsatisfiable: action = '', labelSelector } = constraint;
  if (maxSkew <= 0) {
    verdict.invalid(path.field('maxSkew'), maxSkew, NOT_POSITIVE, { suggestion: 'use 1 or more' });
  }
  if (!topologyKey) {
    verdict.required(path.field('topologyKey'), 'can not be empty', {
      suggestion: 'use a node label, such as "kubernetes.io/hostname"',
    });
  }
  if (!ACTIONS.includes(action)) verdict.notSupported(path.field('whenUnsatisfiable'), action, ACTIONS);
  if (repeated) {
    verdict.duplicate(path.field('{topologyKey, whenUnsatisfiable}'), pairOf(constraint), {
      at: path,
      repeats: ['topologyKey', 'whenUnsatisfiable'],
    });
  }
  judgeMinDomains(constraint.minDomains, action, path.field('minDomains'), verdict);
  judgeNodePolicy(constraint.nodeAffinityPolicy, path.field('nodeAffinityPolicy'), verdict);
  judgeNodePolicy(constraint.nodeTaintsPolicy, path.field('nodeTaintsPolicy'), verdict);
  if (verdict.minor >= 34) judgeLabelKeys(constraint, path, verdict);
  else judgeKeysOfSpread(constraint, path.field('matchLabelKeys'), verdict);
  if (labelSelector) judgeLabelSelector(labelSelector, path.field('labelSelector'), verdict);
}

/** validateMinDomains, 1.36. */
function judgeMinDomains(
  domains: number | undefined,
  action: string,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (domains === undefined) return;
  if (domains <= 0) verdict.invalid(path, domains, NOT_POSITIVE, { suggestion: 'use 1 or more' });
  if (action !== 'DoNotSchedule') {
    verdict.invalid(
      path,
      domains,
      `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`,
      { suggestion: 'remove minDomains' },
    );
  }
}

function judgeNodePolicy(policy: string | undefined, path: FieldPath, verdict: Verdict): void {
  if (policy !== undefined && !NODE_POLICIES.includes(policy)) {
    verdict.notSupported(path, policy, NODE_POLICIES);
  }
}
