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
        path.child('topologySpreadConstraints').index(index),
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
    verdict.invalid(path.child('maxSkew'), maxSkew, NOT_POSITIVE, { remedy: 'use 1 or more' });
  }
  if (!topologyKey) {
    verdict.required(path.child('topologyKey'), 'can not be empty', {
      remedy: 'use a node label, such as "kubernetes.io/hostname"',
    });
  }
  if (!ACTIONS.includes(action)) verdict.notSupported(path.child('whenUnsatisfiable'), action, ACTIONS);
  if (repeated) {
    verdict.duplicate(path.child('{topologyKey, whenUnsatisfiable}'), pairOf(constraint), {
      at: path,
      repeats: ['topologyKey', 'whenUnsatisfiable'],
    });
  }
  judgeMinDomains(constraint.minDomains, action, path.child('minDomains'), verdict);
  judgeNodePolicy(constraint.nodeAffinityPolicy, path.child('nodeAffinityPolicy'), verdict);
  judgeNodePolicy(constraint.nodeTaintsPolicy, path.child('nodeTaintsPolicy'), verdict);
  if (verdict.minor >= 34) judgeLabelKeys(constraint, path, verdict);
  else judgeKeysOfSpread(constraint, path.child('matchLabelKeys'), verdict);
  if (labelSelector) judgeLabelSelector(labelSelector, path.child('labelSelector'), verdict);
}

/** validateMinDomains, 1.36. */
function judgeMinDomains(
  domains: number | undefined,
  action: string,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (domains === undefined) return;
  if (domains <= 0) verdict.invalid(path, domains, NOT_POSITIVE, { remedy: 'use 1 or more' });
  if (action !== 'DoNotSchedule') {
    verdict.invalid(
      path,
      domains,
      `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`,
      { remedy: 'remove minDomains' },
    );
  }
}

function judgeNodePolicy(policy: string | undefined, path: FieldPath, verdict: Verdict): void {
  if (policy !== undefined && !NODE_POLICIES.includes(policy)) {
    verdict.notSupported(path, policy, NODE_POLICIES);
  }
}
