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
    const path = spec.child('affinity');
    if (nodeAffinity) judgeNodeAffinity(nodeAffinity, path.child('nodeAffinity'), verdict);
    if (podAffinity) judgePodAffinity(podAffinity, path.child('podAffinity'), verdict);
    if (podAntiAffinity) judgePodAffinity(podAntiAffinity, path.child('podAntiAffinity'), verdict);
  },
});

/** validatePodAffinity and validatePodAntiAffinity, 1.36. */
function judgePodAffinity(affinity: PodAffinity, path: FieldPath, verdict: Verdict): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required = [],
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  required.forEach((term, index) =>
    judgeTerm(term, path.child('requiredDuringSchedulingIgnoredDuringExecution').index(index), verdict),
  );
  preferred.forEach(({ weight = 0, podAffinityTerm = {} }, index) => {
    const place = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(index);
    judgeWeight(weight, place.child('weight'), verdict);
    judgeTerm(podAffinityTerm, place.child('podAffinityTerm'), verdict);
  });
}

/** validatePodAffinityTerm, 1.36. */
function judgeTerm(term: PodAffinityTerm, path: FieldPath, verdict: Verdict): void {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = '' } = term;
  if (labelSelector) judgeLabelSelector(labelSelector, path.child('labelSelector'), verdict);
  if (namespaceSelector) judgeLabelSelector(namespaceSelector, path.child('namespaceSelector'), verdict);
  namespaces.forEach((name, index) =>
    verdict.invalidEach(path.child('namespace'), name, dnsLabel(name), {
      at: path.child('namespaces').index(index),
    }),
  );
  judgeLabelKeys(term, path, verdict);
  const key = path.child('topologyKey');
  if (!topologyKey) {
    verdict.required(key, 'can not be empty', {
      remedy: 'use a node label, such as "kubernetes.io/hostname"',
    });
  }
  verdict.invalidEach(key, topologyKey, qualifiedName(topologyKey, verdict.minor));
}
