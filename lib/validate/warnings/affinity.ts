import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { Affinity, PodAffinity, TopologySpreadConstraint } from '../schema/types';
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
  judge({ podAffinity, podAntiAffinity }, at) {
    if (podAffinity) warnOfTerms(podAffinity, at.field('podAffinity'));
    if (podAntiAffinity) warnOfTerms(podAntiAffinity, at.field('podAntiAffinity'));
  },
};

function warnOfTerms(affinity: PodAffinity, at: Field): void {
  const required = at.field('requiredDuringSchedulingIgnoredDuringExecution');
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.forEach(({ labelSelector }, index) =>
    warnOfSelector(labelSelector, required.index(index).field('labelSelector')),
  );
  const preferred = at.field('preferredDuringSchedulingIgnoredDuringExecution');
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ podAffinityTerm }, index) =>
    warnOfSelector(
      podAffinityTerm?.labelSelector,
      preferred.index(index).field('podAffinityTerm', 'labelSelector'),
    ),
  );
}

/** Topology spread constraints: warningsForPodSpecAndMeta, pkg/api/pod 1.36. */
export const SPREAD: Rule<readonly TopologySpreadConstraint[]> = {
  id: NULL_LABEL_SELECTOR.id,
  judge(constraints, at) {
    constraints.forEach(({ topologyKey = '', labelSelector }, index) => {
      at.index(index).field('topologyKey').apply(TOPOLOGY_KEY, topologyKey);
      warnOfSelector(labelSelector, at.index(index).field('labelSelector'));
    });
  },
};

function warnOfSelector(selector: object | undefined, at: Field): void {
  if (!selector) {
    at.warn(
      `${at}: a null labelSelector results in matching no pod`,
      'add a selector for the labels of the intended Pods',
    );
  }
}
