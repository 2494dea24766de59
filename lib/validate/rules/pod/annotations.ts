import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta, PodSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { quote } from '../../../go/format';
import { descendingPath } from '../../../apimachinery/local-path';
import { visitContainers } from '../visit-containers';
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
  /** Where the annotations are, if a server names another field. */
  readonly place?: FieldPath;
}

/** Annotations that a server reads: ValidatePodSpecificAnnotations, 1.36. Templates are judged likewise. */
export const POD_ANNOTATIONS = defineRule<Rule<AnnotatedSubject>>({
  id: 'pod-annotations',
  stage: 'judge',
  mistake: 'a seccomp, AppArmor or other annotation with an unknown value',
  suggestion: 'use the field of `securityContext` instead',
  judge({ metadata: { annotations }, spec, place: written }, path, verdict) {
    if (!annotations) return;
    const place = written ?? path;
    if (Object.hasOwn(annotations, MIRROR_ANNOTATION) && !spec.nodeName) {
      verdict.invalid(
        path.key(MIRROR_ANNOTATION),
        annotations[MIRROR_ANNOTATION],
        'must set spec.nodeName if mirror pod annotation is set',
        {
          at: place.key(MIRROR_ANNOTATION),
          suggestion: 'remove the annotation: the kubelet sets it',
        },
      );
    }
    if (annotations[TOLERATIONS_ANNOTATION]) {
      judgeTolerationsText(annotations[TOLERATIONS_ANNOTATION], path, place, verdict);
    }
    judgeCost(annotations, path, place, verdict);
    judgeSeccomp(annotations, path, place, verdict);
    judgeAppArmor(annotations, spec, path, place, verdict);
  },
});

/** ValidateTolerationsInPodAnnotations, 1.36. */
function judgeTolerationsText(text: string, path: FieldPath, place: FieldPath, verdict: Verdict): void {
  const tolerations = tolerationsOf(text);
  if (typeof tolerations !== 'string') {
    return judgeTolerations(tolerations, path.field(TOLERATIONS_ANNOTATION), verdict);
  }
  verdict.invalid(path, TOLERATIONS_ANNOTATION, tolerations, {
    at: place.key(TOLERATIONS_ANNOTATION),
    suggestion: 'use spec.tolerations',
  });
}

/** GetDeletionCostFromPodAnnotations, 1.36. */
function judgeCost(annotations: Annotations, path: FieldPath, place: FieldPath, verdict: Verdict): void {
  if (!Object.hasOwn(annotations, DELETION_COST)) return;
  const cost = annotations[DELETION_COST];
  if (!/^(0|[1-9]\d*|-\d+)$/.test(cost) || BigInt.asIntN(32, BigInt(cost)) !== BigInt(cost)) {
    verdict.invalid(path.key(DELETION_COST), cost, 'must be a 32bit integer', {
      at: place.key(DELETION_COST),
      suggestion: 'use an integer',
    });
  }
}

/** ValidateSeccompPodAnnotations, 1.36. The server writes a dot before the annotation. */
function judgeSeccomp(annotations: Annotations, path: FieldPath, place: FieldPath, verdict: Verdict): void {
  if (Object.hasOwn(annotations, SECCOMP_POD)) {
    judgeSeccompProfile(annotations[SECCOMP_POD], path.field(SECCOMP_POD), place.key(SECCOMP_POD), verdict);
  }
  for (const key in annotations) {
    if (key.startsWith(SECCOMP_CONTAINER)) {
      judgeSeccompProfile(annotations[key], path.field(key), place.key(key), verdict);
    }
  }
}

/** ValidateSeccompProfile, 1.36. */
function judgeSeccompProfile(profile: string, path: FieldPath, at: FieldPath, verdict: Verdict): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return;
  if (!profile.startsWith('localhost/')) {
    return verdict.invalid(path, profile, 'must be a valid seccomp profile', {
      at,
      suggestion: 'use securityContext.seccompProfile',
    });
  }
  const file = profile.slice('localhost/'.length);
  verdict.invalidEach(path, file, descendingPath(file), { at });
}

/** ValidateAppArmorPodAnnotations, 1.36. */
function judgeAppArmor(
  annotations: Annotations,
  spec: PodSpec,
  path: FieldPath,
  place: FieldPath,
  verdict: Verdict,
): void {
  for (const key in annotations) {
    if (!key.startsWith(APP_ARMOR_CONTAINER)) continue;
    const name = key.slice(APP_ARMOR_CONTAINER.length);
    const profile = annotations[key];
    if (!hasContainer(spec, name, path)) {
      verdict.invalid(path.key(key), name, 'container not found', { at: place.key(key) });
    }
    if (!['', 'runtime/default', 'unconfined'].includes(profile) && !profile.startsWith('localhost/')) {
      verdict.invalid(path.key(key), profile, `invalid AppArmor profile name: ${quote(profile)}`, {
        at: place.key(key),
        suggestion: 'use securityContext.appArmorProfile',
      });
    }
  }
}

function hasContainer(spec: PodSpec, name: string, path: FieldPath): boolean {
  let found = false;
  visitContainers(spec, path, (container) => {
    found ||= (container.name ?? '') === name;
  });
  return found;
}
