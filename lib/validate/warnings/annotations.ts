import { defineRule, type Rule } from '../rule';
import type { Container, PodSpec } from '../schema/types';
import { warnAt } from './warn-at';

export interface Annotations {
  readonly [key: string]: string;
}

/** A PodSpec and the annotations beside it. */
export interface TemplateSubject {
  readonly spec: PodSpec;
  readonly annotations?: Annotations;
}

/** A container and what its Pod or template says of it. */
export interface AnnotatedContainer extends TemplateSubject {
  readonly container: Container;
}

const DEAD: { readonly [key: string]: string } = {
  'scheduler.alpha.kubernetes.io/critical-pod':
    'non-functional in v1.16+; use the "priorityClassName" field instead',
  'security.alpha.kubernetes.io/sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
  'security.alpha.kubernetes.io/unsafe-sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
};

export const DEPRECATED_ANNOTATION = defineRule({
  id: 'deprecated-annotation',
  stage: 'warn',
  mistake: 'an annotation that is deprecated or no longer has an effect',
  suggestion: 'use the field in the message',
});

/** Annotations that do nothing any more: deprecatedAnnotations, pkg/api/pod 1.30 to 1.36. */
export const DEAD_ANNOTATIONS: Rule<Annotations> = {
  id: DEPRECATED_ANNOTATION.id,
  judge(annotations, at) {
    for (const key in DEAD) {
      if (Object.hasOwn(annotations, key)) warnAt(at.key(key), DEAD[key]);
    }
  },
};

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const SECCOMP_TEXT = 'non-functional in v1.27+; use the "seccompProfile" field instead';

/** A Pod's seccomp annotation without the field: warningsForPodSpecAndMeta, pkg/api/pod 1.30 to 1.36. */
export const POD_SECCOMP: Rule<TemplateSubject> = {
  id: DEPRECATED_ANNOTATION.id,
  judge({ spec, annotations = {} }, at) {
    if (spec.securityContext?.seccompProfile || !Object.hasOwn(annotations, SECCOMP_POD)) return;
    warnAt(at.field('metadata', 'annotations').key(SECCOMP_POD), SECCOMP_TEXT);
  },
};

/** The same of one container. */
export const CONTAINER_SECCOMP: Rule<AnnotatedContainer> = {
  id: DEPRECATED_ANNOTATION.id,
  judge({ container: { securityContext, name = '' }, annotations = {} }, at) {
    const key = SECCOMP_CONTAINER + name;
    if (securityContext?.seccompProfile || !Object.hasOwn(annotations, key)) return;
    warnAt(at.field('metadata', 'annotations').key(key), SECCOMP_TEXT);
  },
};
