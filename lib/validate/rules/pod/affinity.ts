import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { PodAffinity, PodAffinityTerm, PodSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { dnsLabel } from '../../../apimachinery/dns';
import { qualifiedName } from '../../../apimachinery/labels';
import { judgeLabelSelector } from '../labels';
import { judgeLabelKeys } from './label-keys';
import { judgeNodeAffinity, judgeWeight } from './node-affinity';

/** Where a Pod wants to be: validateAffinity, 1.36. */
export const AFFINITY = defineRule<Rule<PodSpec>>({
  id: 'pod-affinity',
  stage: 'judge',
  mistake: 'a rule of `affinity` with a malformed selector, topology key or weight',
  suggestion: 'fix the term in the message',
  field: 'affinity',
  judge({ affinity }, spec, verdict) {
    if (!affinity) return;
    const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
    const path = spec.field('affinity');
    if (nodeAffinity) judgeNodeAffinity(nodeAffinity, path.field('nodeAffinity'), verdict);
    if (podAffinity) judgePodAffinity(podAffinity, path.field('podAffinity'), verdict);
    if (podAntiAffinity) judgePodAffinity(podAntiAffinity, path.field('podAntiAffinity'), verdict);
  },
});

/** validatePodAffinity and validatePodAntiAffinity, 1.36. */
function judgePodAffinity(affinity: PodAffinity, path: FieldPath, verdict: Verdict): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required = [],
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  required.forEach((term, index) =>
    judgeTerm(term, path.field('requiredDuringSchedulingIgnoredDuringExecution').index(index), verdict),
  );
  preferred.forEach(({ weight = 0, podAffinityTerm = {} }, index) => {
    const place = path.field('preferredDuringSchedulingIgnoredDuringExecution').index(index);
    judgeWeight(weight, place.field('weight'), verdict);
    judgeTerm(podAffinityTerm, place.field('podAffinityTerm'), verdict);
  });
}

/** validatePodAffinityTerm, 1.36. */
function judgeTerm(term: PodAffinityTerm, path: FieldPath, verdict: Verdict): void {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = '' } = term;
  if (labelSelector) judgeLabelSelector(labelSelector, path.field('labelSelector'), verdict);
  if (namespaceSelector) judgeLabelSelector(namespaceSelector, path.field('namespaceSelector'), verdict);
  namespaces.forEach((name, index) =>
    verdict.invalidEach(path.field('namespace'), name, dnsLabel(name), {
      at: path.field('namespaces').index(index),
    }),
  );
  judgeLabelKeys(term, path, verdict);
  const key = path.field('topologyKey');
  if (!topologyKey) {
    verdict.required(key, 'can not be empty', {
      suggestion: 'use a node label, such as "kubernetes.io/hostname"',
    });
  }
  verdict.invalidEach(key, topologyKey, qualifiedName(topologyKey, verdict.minor));
}
