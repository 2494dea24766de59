import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta, PodSpec } from '../../schema/types';
import { quote } from '../../../go/format';
import { descendingPath } from '../../../apimachinery/local-path';
import { visitContainers } from '../../containers';
import { tolerationsOf } from './toleration-text';
import { judgeTolerations } from './tolerations';

export const MIRROR_ANNOTATION = 'kubernetes.io/config.mirror';
export const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
export const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
export const APP_ARMOR_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';
const TOLERATIONS_ANNOTATION = 'scheduler.alpha.kubernetes.io/tolerations';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

type Annotations = { readonly [key: string]: string };

export interface AnnotatedSubject {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
}

/** Annotations that a server reads: ValidatePodSpecificAnnotations, 1.36. Templates are judged likewise. */
export const POD_ANNOTATIONS = defineRule<Rule<AnnotatedSubject>>({
  id: 'pod-annotations',
  stage: 'judge',
  mistake: 'a seccomp, AppArmor or other annotation with an unknown value',
  suggestion: 'use the field of `securityContext` instead',
  judge({ metadata: { annotations }, spec }, at) {
    if (!annotations) return;
    if (Object.hasOwn(annotations, MIRROR_ANNOTATION) && !spec.nodeName) {
      const text = 'must set spec.nodeName if mirror pod annotation is set';
      at.key(MIRROR_ANNOTATION).invalid(annotations[MIRROR_ANNOTATION], text, {
        suggestion: 'remove the annotation: the kubelet sets it',
      });
    }
    if (annotations[TOLERATIONS_ANNOTATION]) {
      judgeTolerationsText(annotations[TOLERATIONS_ANNOTATION], at);
    }
    judgeCost(annotations, at);
    judgeSeccomp(annotations, at);
    judgeAppArmor(annotations, spec, at);
  },
});

/** ValidateTolerationsInPodAnnotations, 1.36. */
function judgeTolerationsText(text: string, at: Field): void {
  const tolerations = tolerationsOf(text);
  if (typeof tolerations !== 'string') {
    return judgeTolerations(tolerations, at.field(TOLERATIONS_ANNOTATION));
  }
  at.shownAt(at.key(TOLERATIONS_ANNOTATION)).invalid(TOLERATIONS_ANNOTATION, tolerations, {
    suggestion: 'use spec.tolerations',
  });
}

/** GetDeletionCostFromPodAnnotations, 1.36. */
function judgeCost(annotations: Annotations, at: Field): void {
  if (!Object.hasOwn(annotations, DELETION_COST)) return;
  const cost = annotations[DELETION_COST];
  if (!/^(0|[1-9]\d*|-\d+)$/.test(cost) || BigInt.asIntN(32, BigInt(cost)) !== BigInt(cost)) {
    at.key(DELETION_COST).invalid(cost, 'must be a 32bit integer', { suggestion: 'use an integer' });
  }
}

/** ValidateSeccompPodAnnotations, 1.36. The server writes a dot before the annotation. */
function judgeSeccomp(annotations: Annotations, at: Field): void {
  if (Object.hasOwn(annotations, SECCOMP_POD)) {
    judgeSeccompProfile(annotations[SECCOMP_POD], at.field(SECCOMP_POD).shownAt(at.key(SECCOMP_POD)));
  }
  for (const key in annotations) {
    if (key.startsWith(SECCOMP_CONTAINER)) {
      judgeSeccompProfile(annotations[key], at.field(key).shownAt(at.key(key)));
    }
  }
}

/** ValidateSeccompProfile, 1.36. */
function judgeSeccompProfile(profile: string, at: Field): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return;
  if (!profile.startsWith('localhost/')) {
    return at.invalid(profile, 'must be a valid seccomp profile', {
      suggestion: 'use securityContext.seccompProfile',
    });
  }
  const file = profile.slice('localhost/'.length);
  at.invalidEach(file, descendingPath(file));
}

/** ValidateAppArmorPodAnnotations, 1.36. */
function judgeAppArmor(annotations: Annotations, spec: PodSpec, at: Field): void {
  for (const key in annotations) {
    if (!key.startsWith(APP_ARMOR_CONTAINER)) continue;
    const name = key.slice(APP_ARMOR_CONTAINER.length);
    const profile = annotations[key];
    if (!hasContainer(spec, name)) {
      at.key(key).invalid(name, 'container not found');
    }
    if (!['', 'runtime/default', 'unconfined'].includes(profile) && !profile.startsWith('localhost/')) {
      at.key(key).invalid(profile, `invalid AppArmor profile name: ${quote(profile)}`, {
        suggestion: 'use securityContext.appArmorProfile',
      });
    }
  }
}

function hasContainer(spec: PodSpec, name: string): boolean {
  let found = false;
  visitContainers(spec, (container) => {
    found ||= (container.name ?? '') === name;
  });
  return found;
}
