import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { PodAffinity, PodAffinityTerm, PodSpec } from '../../schema/types';
import { dnsLabel } from '../../../apimachinery/dns';
import { qualifiedName } from '../../../apimachinery/labels';
import { judgeLabelSelector } from '../labels';
import { judgeLabelKeys } from './label-keys';
import { judgeNodeAffinity, judgeWeight } from './node-affinity';
import { judgeReference } from '../renaming';

/** Where a Pod wants to be: validateAffinity, 1.36. */
export const AFFINITY = defineRule<Rule<PodSpec>>({
  id: 'pod-affinity',
  stage: 'judge',
  mistake: 'a rule of `affinity` with a malformed selector, topology key or weight',
  suggestion: 'fix the term in the message',
  field: 'affinity',
  judge({ affinity }, spec) {
    if (!affinity) return;
    const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
    const at = spec.field('affinity');
    if (nodeAffinity) judgeNodeAffinity(nodeAffinity, at.field('nodeAffinity'));
    if (podAffinity) judgePodAffinity(podAffinity, at.field('podAffinity'));
    if (podAntiAffinity) judgePodAffinity(podAntiAffinity, at.field('podAntiAffinity'));
  },
});

/** validatePodAffinity and validatePodAntiAffinity, 1.36. */
function judgePodAffinity(affinity: PodAffinity, at: Field): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required = [],
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  required.forEach((term, index) =>
    judgeTerm(term, at.field('requiredDuringSchedulingIgnoredDuringExecution').index(index)),
  );
  preferred.forEach(({ weight = 0, podAffinityTerm = {} }, index) => {
    const place = at.field('preferredDuringSchedulingIgnoredDuringExecution').index(index);
    judgeWeight(weight, place.field('weight'));
    judgeTerm(podAffinityTerm, place.field('podAffinityTerm'));
  });
}

/** validatePodAffinityTerm, 1.36. */
function judgeTerm(term: PodAffinityTerm, at: Field): void {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = '' } = term;
  if (labelSelector) judgeLabelSelector(labelSelector, at.field('labelSelector'));
  if (namespaceSelector) judgeLabelSelector(namespaceSelector, at.field('namespaceSelector'));
  namespaces.forEach((name, index) =>
    judgeReference(name, dnsLabel, at.field('namespace').shownAt(at.field('namespaces').index(index))),
  );
  judgeLabelKeys(term, at);
  const key = at.field('topologyKey');
  if (!topologyKey) {
    key.required('can not be empty', {
      suggestion: 'use a node label, such as "kubernetes.io/hostname"',
    });
  }
  key.invalidEach(topologyKey, qualifiedName(topologyKey, at.minor));
}
