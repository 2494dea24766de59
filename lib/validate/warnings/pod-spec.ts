import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { ObjectMeta, PodSpec, Volume } from '../schema/types';
import { POD_ADDRESSES } from './addresses';
import { POD_AFFINITY, SPREAD } from './affinity';
import { DEAD_ANNOTATIONS, POD_SECCOMP, type TemplateSubject } from './annotations';
import { warnOfContainers } from './containers';
import { FRACTIONAL_OVERHEAD } from './fractional-bytes';
import { HOST_ALIASES, PULL_SECRETS } from './lists';
import { NODE_LABELS } from './node-labels';
import { OVERLAPPING_PATHS } from './overlapping-paths';
import { PORT_CONFLICTS, PORT_NAMES } from './ports';
import { DEPRECATED_VOLUMES } from './volumes';

/**
 * What a server warns of in a Pod, or in a template at `path`: GetWarningsForPod and
 * GetWarningsForPodTemplate, pkg/api/pod 1.36.
 */
export function warnOfPodSpec(spec: PodSpec, metadata: ObjectMeta | undefined, at: Field): void {
  const subject: TemplateSubject = { spec, annotations: metadata?.annotations };
  const place = at.field('spec');
  place.apply(NODE_LABELS, spec);
  if (spec.topologySpreadConstraints) {
    place.field('topologySpreadConstraints').apply(SPREAD, spec.topologySpreadConstraints);
  }
  if (subject.annotations) {
    at.field('metadata', 'annotations').apply(DEAD_ANNOTATIONS, subject.annotations);
  }
  if (spec.volumes) warnOfVolumes(spec.volumes, place.field('volumes'));
  if (spec.hostAliases) place.field('hostAliases').apply(HOST_ALIASES, spec.hostAliases);
  if (spec.imagePullSecrets) {
    place.field('imagePullSecrets').apply(PULL_SECRETS, spec.imagePullSecrets);
  }
  if (spec.overhead) place.field('overhead').apply(FRACTIONAL_OVERHEAD, spec.overhead);
  if (subject.annotations) at.apply(POD_SECCOMP, subject);
  warnOfContainers(subject, at);
  place.apply(PORT_CONFLICTS, spec);
  if (at.minor >= 33) place.apply(PORT_NAMES, spec);
  place.apply(GRACE_PERIOD, spec);
  if (spec.affinity) place.field('affinity').apply(POD_AFFINITY, spec.affinity);
  if (at.minor >= 33) place.apply(POD_ADDRESSES, spec);
}

function warnOfVolumes(volumes: readonly Volume[], at: Field): void {
  at.apply(DEPRECATED_VOLUMES, volumes);
  if (at.minor >= 32) at.apply(OVERLAPPING_PATHS, volumes);
}

/** Of templates only: a Pod's is made 1 when it is read. */
export const GRACE_PERIOD = defineRule<Rule<PodSpec>>({
  id: 'negative-grace-period',
  stage: 'warn',
  mistake: 'a negative `terminationGracePeriodSeconds`',
  suggestion: 'use 0 or more',
  judge({ terminationGracePeriodSeconds = 0 }, at) {
    if (terminationGracePeriodSeconds >= 0) return;
    const place = at.field('terminationGracePeriodSeconds');
    place.warn(
      `${place}: must be >= 0; negative values are invalid and will be treated as 1`,
      'set it to 1 or more',
    );
  },
});
