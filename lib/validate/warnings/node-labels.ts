import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { NodeSelectorTerm, PodSpec } from '../schema/types';
import { labelValue } from '../../apimachinery/labels';

/**
 * Labels of nodes that are no longer set, with the server's words on them: deprecatedNodeLabels, pkg/api/node
 * 1.30 to 1.36.
 */
const DEPRECATED: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
  ['beta.kubernetes.io/os', 'deprecated since v1.14; use "kubernetes.io/os" instead'],
  [
    'failure-domain.beta.kubernetes.io/region',
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  ],
  [
    'failure-domain.beta.kubernetes.io/zone',
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ],
  [
    'beta.kubernetes.io/instance-type',
    'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  ],
]);

/** Those that a server knows from 1.31 on. */
const DEPRECATED_SINCE_31: ReadonlyMap<string, string> = new Map([
  ['app.kubernetes.io/created-by', 'deprecated since v1.9'],
  [
    'scheduler.alpha.kubernetes.io/preferAvoidPods',
    'deprecated since v1.22; use Taints and Tolerations instead',
  ],
  ['node-role.kubernetes.io/master', 'use "node-role.kubernetes.io/control-plane" instead'],
]);

/** What a server says of a deprecated label; undefined of any other. */
export function nodeLabelWarning(key: string, minor: number): string | undefined {
  return DEPRECATED.get(key) ?? (minor >= 31 ? DEPRECATED_SINCE_31.get(key) : undefined);
}

export const DEPRECATED_NODE_LABEL = defineRule({
  id: 'deprecated-node-label',
  stage: 'warn',
  mistake: 'an obsolete node label',
  suggestion: 'use the label in the message',
});

/**
 * Deprecated labels in nodeSelector and node affinity: the beginning of warningsForPodSpecAndMeta,
 * pkg/api/pod 1.36.
 */
export const NODE_LABELS: Rule<PodSpec> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge({ nodeSelector, affinity }, at) {
    if (nodeSelector) warnOfLabels(nodeSelector, at.field('nodeSelector'));
    if (affinity?.nodeAffinity) {
      warnOfNodeAffinity(affinity.nodeAffinity, at.field('affinity', 'nodeAffinity'));
    }
  },
};

function warnOfLabels(labels: { readonly [key: string]: string }, at: Field): void {
  for (const key of Object.keys(labels)) {
    const text = nodeLabelWarning(key, at.minor);
    if (text) at.key(key).warn(`${at.key(key)}: ${text}`);
  }
}

type NodeAffinity = NonNullable<NonNullable<PodSpec['affinity']>['nodeAffinity']>;

function warnOfNodeAffinity(affinity: NodeAffinity, at: Field): void {
  const terms = affinity.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const required = at.field('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
  terms?.forEach((term, index) => warnOfTerm(term, false, required.index(index)));
  const preferred = at.field('preferredDuringSchedulingIgnoredDuringExecution');
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ preference = {} }, index) =>
    warnOfTerm(preference, at.minor >= 33, preferred.index(index).field('preference')),
  );
}

/** GetWarningsForNodeSelectorTerm, pkg/api/node 1.36. A required term's values are judged, not warned of. */
export function warnOfTerm({ matchExpressions = [] }: NodeSelectorTerm, values: boolean, at: Field): void {
  matchExpressions.forEach((expression, index) => {
    const place = at.field('matchExpressions').index(index);
    warnOfKey(expression.key ?? '', place.field('key'));
    if (values && expression.values) place.field('values').apply(LABEL_VALUES, expression.values);
  });
}

/** The label that a topologySpreadConstraint spreads over. */
export const TOPOLOGY_KEY: Rule<string> = { id: DEPRECATED_NODE_LABEL.id, judge: warnOfKey };

/** A label named by a field, not by a key of a map. */
function warnOfKey(key: string, at: Field): void {
  const text = nodeLabelWarning(key, at.minor);
  if (text) at.warn(`${at}: ${key} is ${text}`);
}

export const LABEL_VALUES = defineRule<Rule<readonly string[]>>({
  id: 'preferred-label-value',
  stage: 'warn',
  mistake: 'a preferred node label value that no node can have',
  suggestion: 'use a value that the label of a node can have',
  judge(values, at) {
    values.forEach((value, index) => {
      for (const text of labelValue(value, at.minor)) {
        at.index(index).warn(
          `${at.index(index)}: ${value} is invalid, ${text}`,
          'fix the label value: no node can have this one',
        );
      }
    });
  },
});
