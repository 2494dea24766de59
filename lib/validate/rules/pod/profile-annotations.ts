import type { Field } from '../../field';
import { hasPrefix } from '../../annotations';
import { defineRule, type Rule } from '../../rule';
import type { AppArmorProfile, Container, ObjectMeta, PodSpec, SeccompProfile } from '../../schema/types';
import { visitContainers } from '../visit-containers';
import { APP_ARMOR_CONTAINER, SECCOMP_CONTAINER, SECCOMP_POD } from './annotations';

export interface ProfiledSubject {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  /**
   * Whether a server makes fields of AppArmor annotations first, as it does for Pods and not for templates.
   */
  readonly filledIn: boolean;
}

/**
 * Annotations and fields of one profile say the same: ValidatePodCreate and ValidatePodTemplateSpec, 1.36.
 */
export const PROFILE_ANNOTATIONS = defineRule<Rule<ProfiledSubject>>({
  id: 'profile-annotations',
  stage: 'judge',
  mistake: 'a seccomp or AppArmor annotation that conflicts with the field',
  suggestion: 'remove the annotation: it is deprecated',
  judge(subject, at) {
    const {
      metadata: { annotations },
      spec,
    } = subject;
    if (!annotations) return;
    judgeSeccomp(annotations, spec, at);
    judgeAppArmor(subject, annotations, at);
  },
});

type Annotations = NonNullable<ObjectMeta['annotations']>;

/** validateSeccompAnnotationsAndFields, 1.36. */
function judgeSeccomp(annotations: Annotations, spec: PodSpec, at: Field): void {
  const ofPod = spec.securityContext?.seccompProfile;
  if (ofPod) {
    judgeSeccompMatch(annotations[SECCOMP_POD], ofPod, at.field('securityContext', 'seccompProfile'));
  }
  if (!hasPrefix(annotations, SECCOMP_CONTAINER)) return;
  visitContainers(spec, at, ({ name = '', securityContext }, _, place) => {
    const profile = securityContext?.seccompProfile;
    if (profile) {
      judgeSeccompMatch(
        annotations[SECCOMP_CONTAINER + name],
        profile,
        place.field('securityContext', 'seccompProfile'),
      );
    }
  });
}

/** validateSeccompAnnotationsAndFieldsMatch, 1.36. */
function judgeSeccompMatch(annotation: string | undefined, profile: SeccompProfile, at: Field): void {
  judgeMatch(annotation, profile, 'seccomp', ['runtime/default', 'docker/default'], at);
}

function judgeMatch(
  annotation: string | undefined,
  { type, localhostProfile }: SeccompProfile,
  kind: string,
  defaults: readonly string[],
  at: Field,
): void {
  if (annotation === undefined || !isType(type)) return;
  const same =
    type === 'Unconfined'
      ? annotation === 'unconfined'
      : type === 'RuntimeDefault'
        ? defaults.includes(annotation)
        : annotation.startsWith(LOCAL);
  if (!same) {
    at.field('type').forbidden(`${kind} type in annotation and field must match`, HINT);
  } else if (
    type === 'Localhost' &&
    (localhostProfile === undefined || annotation !== LOCAL + localhostProfile)
  ) {
    at.field('localhostProfile').forbidden(`${kind} profile in annotation and field must match`, HINT);
  }
}

const LOCAL = 'localhost/';
const HINT = { suggestion: 'remove the annotation: it is deprecated' };
const isType = (type: string | undefined) =>
  type === 'Unconfined' || type === 'RuntimeDefault' || type === 'Localhost';

/** validateAppArmorAnnotationsAndFieldsMatchOnCreate, 1.36. */
function judgeAppArmor({ spec, filledIn }: ProfiledSubject, annotations: Annotations, at: Field): void {
  if (spec.os?.name === 'windows' || !hasPrefix(annotations, APP_ARMOR_CONTAINER)) return;
  visitContainers(spec, at, (container, _, place) => {
    const annotation = annotations[APP_ARMOR_CONTAINER + (container.name ?? '')];
    const profile = appArmorOf(container, spec, filledIn ? annotation : undefined);
    if (profile) {
      judgeMatch(
        annotation,
        profile,
        'apparmor',
        ['runtime/default'],
        place.field('securityContext', 'appArmorProfile'),
      );
    }
  });
}

/**
 * A container without a profile gets the annotation's, where that is one (applyAppArmorVersionSkew,
 * pkg/registry/core/pod 1.36).
 */
function appArmorOf(
  { securityContext }: Container,
  spec: PodSpec,
  annotation = '',
): AppArmorProfile | undefined {
  const own = securityContext?.appArmorProfile;
  return own ?? (isWhole(annotation) ? undefined : spec.securityContext?.appArmorProfile);
}

/** Whether a field can be made of the annotation (ApparmorFieldForAnnotation, 1.36). */
function isWhole(annotation: string): boolean {
  if (annotation === 'unconfined' || annotation === 'runtime/default') return true;
  const profile = annotation.startsWith(LOCAL) ? annotation.slice(LOCAL.length) : '';
  return profile !== '' && profile.trim() === profile && Buffer.byteLength(profile) <= 4095;
}
