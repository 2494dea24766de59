import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { ObjectMeta, PodSpec, Volume } from '../schema/types';
import type { Verdict } from '../verdict';
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
export function warnOfPodSpec(
  spec: PodSpec,
  metadata: ObjectMeta | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  const subject: TemplateSubject = { spec, annotations: metadata?.annotations };
  const place = path.field('spec');
  verdict.apply(NODE_LABELS, spec, place);
  if (spec.topologySpreadConstraints) {
    verdict.apply(SPREAD, spec.topologySpreadConstraints, place.field('topologySpreadConstraints'));
  }
  if (subject.annotations) {
    verdict.apply(DEAD_ANNOTATIONS, subject.annotations, path.field('metadata', 'annotations'));
  }
  if (spec.volumes) warnOfVolumes(spec.volumes, place.field('volumes'), verdict);
  if (spec.hostAliases) verdict.apply(HOST_ALIASES, spec.hostAliases, place.field('hostAliases'));
  if (spec.imagePullSecrets) {
    verdict.apply(PULL_SECRETS, spec.imagePullSecrets, place.field('imagePullSecrets'));
  }
  if (spec.overhead) verdict.apply(FRACTIONAL_OVERHEAD, spec.overhead, place.field('overhead'));
  if (subject.annotations) verdict.apply(POD_SECCOMP, subject, path);
  warnOfContainers(subject, path, verdict);
  verdict.apply(PORT_CONFLICTS, spec, place);
  if (verdict.minor >= 33) verdict.apply(PORT_NAMES, spec, place);
  verdict.apply(GRACE_PERIOD, spec, place);
  if (spec.affinity) verdict.apply(POD_AFFINITY, spec.affinity, place.field('affinity'));
  if (verdict.minor >= 33) verdict.apply(POD_ADDRESSES, spec, place);
}

function warnOfVolumes(volumes: readonly Volume[], path: FieldPath, verdict: Verdict): void {
  verdict.apply(DEPRECATED_VOLUMES, volumes, path);
  if (verdict.minor >= 32) verdict.apply(OVERLAPPING_PATHS, volumes, path);
}

/** Of templates only: a Pod's is made 1 when it is read. */
export const GRACE_PERIOD = defineRule<Rule<PodSpec>>({
  id: 'negative-grace-period',
  stage: 'warn',
  mistake: 'a negative `terminationGracePeriodSeconds`',
  suggestion: 'use 0 or more',
  judge({ terminationGracePeriodSeconds = 0 }, path, verdict) {
    if (terminationGracePeriodSeconds >= 0) return;
    const place = path.field('terminationGracePeriodSeconds');
    verdict.warn(
      place,
      `${place}: must be >= 0; negative values are invalid and will be treated as 1`,
      'set it to 1 or more',
    );
  },
});
