import { hasPrefix } from '../annotations';
import type { Rule } from '../rule';
import type { AppArmorProfile, Container, ObjectMeta, PodSpec } from '../schema/types';
import { byteLength } from '../../apimachinery/messages';
import type { AnnotatedContainer, Annotations } from './annotations';
import { visitContainers } from '../containers';
import { warnAt } from './warn-at';
import { DEPRECATED_ANNOTATION } from './annotations';

/** Annotation of one container's profile; its name follows. */
const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const TEXT = 'deprecated since v1.30; use the "appArmorProfile" field instead';
const LOCALHOST = 'localhost/';
const PATH_LIMIT = 4095;

interface PodSubject {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
}

/**
 * A Pod's AppArmor annotations without the field. A server says it while it makes fields of them, before it
 * judges the Pod; up to 1.33 it also makes annotations of fields: applyAppArmorVersionSkew,
 * pkg/registry/core/pod 1.30 to 1.36.
 */
export const POD_APP_ARMOR: Rule<PodSubject> = {
  id: DEPRECATED_ANNOTATION.id,
  judge({ metadata, spec }, at) {
    const annotates = at.minor <= 33;
    if (spec.os?.name === 'windows' || !(annotates || hasPrefix(metadata.annotations ?? {}, PREFIX))) return;
    const ofPod = spec.securityContext?.appArmorProfile;
    visitContainers(spec, (container) => {
      if (annotates && annotate(metadata, container, ofPod)) return;
      const key = annotationWithoutField(container, metadata.annotations);
      if (key === undefined) return;
      const profile = soundProfile(metadata.annotations![key]);
      if (!profile || !isSameProfile(profile, ofPod)) {
        warnAt(at.field('metadata', 'annotations').key(key), TEXT);
      }
    });
  },
};

/** Makes fields of annotations; the other half of the same, which nobody sees in a verdict. */
export function fieldsFromAnnotations(spec: PodSpec, metadata: ObjectMeta = {}): void {
  if (spec.os?.name === 'windows' || !hasPrefix(metadata.annotations ?? {}, PREFIX)) return;
  visitContainers(spec, (container) => {
    const key = annotationWithoutField(container, metadata.annotations);
    const profile = key === undefined ? undefined : soundProfile(metadata.annotations![key]);
    if (profile && !isSameProfile(profile, spec.securityContext?.appArmorProfile)) {
      (container.securityContext ??= {}).appArmorProfile = profile;
    }
  });
}

/** Whether it has made an annotation. */
function annotate(
  metadata: ObjectMeta,
  { name = '', securityContext }: Container,
  ofPod: AppArmorProfile | undefined,
): boolean {
  const profile = securityContext?.appArmorProfile ?? ofPod;
  const annotation = profile && annotationOf(profile);
  const { annotations = {} } = metadata;
  if (!annotation || Object.hasOwn(annotations, PREFIX + name)) return false;
  metadata.annotations = { ...annotations, [PREFIX + name]: annotation };
  return true;
}

/** appArmorAnnotationForField, pkg/registry/core/pod 1.33. */
function annotationOf({ type, localhostProfile }: AppArmorProfile): string | undefined {
  if (type === 'Unconfined') return 'unconfined';
  if (type === 'RuntimeDefault') return 'runtime/default';
  return type === 'Localhost' && localhostProfile !== undefined ? LOCALHOST + localhostProfile : undefined;
}

/**
 * An AppArmor annotation in a template, for a container without the field: warningsForPodSpecAndMeta,
 * pkg/api/pod 1.30 to 1.36.
 */
export const TEMPLATE_APP_ARMOR: Rule<AnnotatedContainer> = {
  id: DEPRECATED_ANNOTATION.id,
  judge({ container, spec, annotations = {} }, at) {
    const key = annotationWithoutField(container, annotations);
    if (key === undefined || isKept(annotations[key], spec, at.minor)) return;
    warnAt(at.field('metadata', 'annotations').key(key), TEXT);
  },
};

/** Whether the Pod's own field says the same; up to 1.33, whether it says anything. */
function isKept(annotation: string, { securityContext }: PodSpec, minor: number): boolean {
  const own = securityContext?.appArmorProfile;
  return minor >= 34 ? isSameProfile(profileOf(annotation), own) : own !== undefined;
}

function annotationWithoutField(
  { name = '', securityContext }: Container,
  annotations: Annotations = {},
): string | undefined {
  const key = PREFIX + name;
  return !securityContext?.appArmorProfile && Object.hasOwn(annotations, key) ? key : undefined;
}

/** ApparmorFieldForAnnotation, pkg/api/pod 1.36. */
function profileOf(annotation: string): AppArmorProfile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  const isLocal = annotation.startsWith(LOCALHOST) && annotation !== LOCALHOST;
  return isLocal ? { type: 'Localhost', localhostProfile: annotation.slice(LOCALHOST.length) } : undefined;
}

/** The profile that ValidateAppArmorProfileField finds nothing wrong with. */
function soundProfile(annotation: string): AppArmorProfile | undefined {
  const profile = profileOf(annotation);
  const local = profile?.localhostProfile ?? '';
  return local.trim() === local && byteLength(local) <= PATH_LIMIT ? profile : undefined;
}

const isSameProfile = (one: AppArmorProfile | undefined, other: AppArmorProfile | undefined) =>
  one !== undefined &&
  other !== undefined &&
  one.type === other.type &&
  one.localhostProfile === other.localhostProfile;
