import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { Affinity, PodAffinity, TopologySpreadConstraint } from '../schema/types';
import type { Verdict } from '../verdict';
import { TOPOLOGY_KEY } from './node-labels';

export const NULL_LABEL_SELECTOR = defineRule({
  id: 'null-label-selector',
  stage: 'warn',
  mistake: 'an affinity or spread rule without a selector: it matches no Pod',
  suggestion: 'add a selector for the labels of the intended Pods',
});

/**
 * Terms of (anti-)affinity between Pods: warningsForPodAffinityTerms and warningsForWeightedPodAffinityTerms,
 * pkg/api/pod 1.36.
 */
export const POD_AFFINITY: Rule<Affinity> = {
  id: NULL_LABEL_SELECTOR.id,
  judge({ podAffinity, podAntiAffinity }, path, verdict) {
    if (podAffinity) warnOfTerms(podAffinity, path.field('podAffinity'), verdict);
    if (podAntiAffinity) warnOfTerms(podAntiAffinity, path.field('podAntiAffinity'), verdict);
  },
};

function warnOfTerms(affinity: PodAffinity, path: FieldPath, verdict: Verdict): void {
  const required = path.field('requiredDuringSchedulingIgnoredDuringExecution');
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.forEach(({ labelSelector }, index) =>
    warnOfSelector(labelSelector, required.index(index).field('labelSelector'), verdict),
  );
  const preferred = path.field('preferredDuringSchedulingIgnoredDuringExecution');
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ podAffinityTerm }, index) =>
    warnOfSelector(
      podAffinityTerm?.labelSelector,
      preferred.index(index).field('podAffinityTerm', 'labelSelector'),
      verdict,
    ),
  );
}

/** Topology spread constraints: warningsForPodSpecAndMeta, pkg/api/pod 1.36. */
export const SPREAD: Rule<readonly TopologySpreadConstraint[]> = {
  id: NULL_LABEL_SELECTOR.id,
  judge(constraints, path, verdict) {
    constraints.forEach(({ topologyKey = '', labelSelector }, index) => {
      verdict.apply(TOPOLOGY_KEY, topologyKey, path.index(index).field('topologyKey'));
      warnOfSelector(labelSelector, path.index(index).field('labelSelector'), verdict);
    });
  },
};

function warnOfSelector(selector: object | undefined, path: FieldPath, verdict: Verdict): void {
  if (!selector) {
    verdict.warn(
      path,
      `${path}: a null labelSelector results in matching no pod`,
      'add a selector for the labels of the intended Pods',
    );
  }
}
