import type {
  Affinity,
  LabelSelector,
  ObjectMeta,
  PodAffinity,
  PodAffinityTerm,
  TopologySpreadConstraint,
} from '../schema/types';

type Labels = NonNullable<ObjectMeta['labels']>;

/** Makes expressions of a Pod's label keys: mutatePodAffinity, pkg/registry/core/pod 1.36, on from 1.31. */
export function mergeAffinityKeys(affinity: Affinity | undefined, labels: Labels = {}, minor: number): void {
  if (!affinity || minor < 31) return;
  mergeTerms(affinity.podAffinity, labels);
  mergeTerms(affinity.podAntiAffinity, labels);
}

function mergeTerms(affinity: PodAffinity | undefined, labels: Labels): void {
  affinity?.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ podAffinityTerm }) =>
    mergeTerm(podAffinityTerm, labels),
  );
  affinity?.requiredDuringSchedulingIgnoredDuringExecution?.forEach((term) => mergeTerm(term, labels));
}

function mergeTerm(term: PodAffinityTerm | undefined, labels: Labels): void {
  if (!term?.labelSelector) return;
  addExpressions(term.labelSelector, term.matchLabelKeys, 'In', labels);
  addExpressions(term.labelSelector, term.mismatchLabelKeys, 'NotIn', labels);
}

/** mutateTopologySpreadConstraints, pkg/registry/core/pod 1.36, on from 1.34. */
export function mergeSpreadKeys(
  constraints: readonly TopologySpreadConstraint[] | undefined,
  labels: Labels = {},
  minor: number,
): void {
  if (minor < 34) return;
  constraints?.forEach(({ labelSelector, matchLabelKeys }) => {
    if (labelSelector) addExpressions(labelSelector, matchLabelKeys, 'In', labels);
  });
}

/** applyLabelKeysToLabelSelector, 1.36. */
function addExpressions(
  selector: LabelSelector,
  keys: readonly string[] | undefined,
  operator: string,
  labels: Labels,
): void {
  for (const key of keys ?? []) {
    if (Object.hasOwn(labels, key)) {
      (selector.matchExpressions ??= []).push({ key, operator, values: [labels[key]] });
    }
  }
}
