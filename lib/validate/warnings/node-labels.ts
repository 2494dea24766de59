import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { NodeSelectorTerm, PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';
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
  judge({ nodeSelector, affinity }, path, verdict) {
    if (nodeSelector) warnOfLabels(nodeSelector, path.child('nodeSelector'), verdict);
    if (affinity?.nodeAffinity) {
      warnOfNodeAffinity(affinity.nodeAffinity, path.child('affinity', 'nodeAffinity'), verdict);
    }
  },
};

function warnOfLabels(labels: { readonly [key: string]: string }, path: FieldPath, verdict: Verdict): void {
  for (const key of Object.keys(labels)) {
    const text = nodeLabelWarning(key, verdict.minor);
    if (text) verdict.warn(path.key(key), `${path.key(key)}: ${text}`);
  }
}

type NodeAffinity = NonNullable<NonNullable<PodSpec['affinity']>['nodeAffinity']>;

function warnOfNodeAffinity(affinity: NodeAffinity, path: FieldPath, verdict: Verdict): void {
  const terms = affinity.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const required = path.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
  terms?.forEach((term, index) => warnOfTerm(term, false, required.index(index), verdict));
  const preferred = path.child('preferredDuringSchedulingIgnoredDuringExecution');
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ preference = {} }, index) =>
    warnOfTerm(preference, verdict.minor >= 33, preferred.index(index).child('preference'), verdict),
  );
}

/** GetWarningsForNodeSelectorTerm, pkg/api/node 1.36. A required term's values are judged, not warned of. */
export function warnOfTerm(
  { matchExpressions = [] }: NodeSelectorTerm,
  values: boolean,
  path: FieldPath,
  verdict: Verdict,
): void {
  matchExpressions.forEach((expression, index) => {
    const place = path.child('matchExpressions').index(index);
    warnOfKey(expression.key ?? '', place.child('key'), verdict);
    if (values && expression.values) verdict.apply(LABEL_VALUES, expression.values, place.child('values'));
  });
}

/** The label that a topologySpreadConstraint spreads over. */
export const TOPOLOGY_KEY: Rule<string> = { id: DEPRECATED_NODE_LABEL.id, judge: warnOfKey };

/** A label named by a field, not by a key of a map. */
function warnOfKey(key: string, path: FieldPath, verdict: Verdict): void {
  const text = nodeLabelWarning(key, verdict.minor);
  if (text) verdict.warn(path, `${path}: ${key} is ${text}`);
}

export const LABEL_VALUES = defineRule<Rule<readonly string[]>>({
  id: 'preferred-label-value',
  stage: 'warn',
  mistake: 'a preferred node label value that no node can have',
  suggestion: 'use a value that the label of a node can have',
  judge(values, path, verdict) {
    values.forEach((value, index) => {
      for (const text of labelValue(value, verdict.minor)) {
        verdict.warn(
          path.index(index),
          `${path.index(index)}: ${value} is invalid, ${text}`,
          'no node can have this label value: fix it',
        );
      }
    });
  },
});
