import { hasPrefix } from '../annotations';
import type { Rule } from '../rule';
import type { AppArmorProfile, Container, PodSpec } from '../schema/types';
import { byteLength } from '../vocabulary/messages';
import type { AnnotatedContainer, Annotations, TemplateSubject } from './annotations';
import { visitContainers } from './visit';
import { warnAt } from './warn-at';

/** Annotation of one container's profile; its name follows. */
const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const TEXT = 'deprecated since v1.30; use the "appArmorProfile" field instead';
const LOCALHOST = 'localhost/';
const PATH_LIMIT = 4095;

/**
 * A Pod's AppArmor annotations without the field. A server says it while it makes fields of them, before it judges the Pod:
 * applyAppArmorVersionSkew, pkg/registry/core/pod 1.30 to 1.36.
 */
export const POD_APP_ARMOR: Rule<TemplateSubject> = {
  id: 'deprecated-annotation',
  judge({ spec, annotations }, path, verdict) {
    if (!annotations || spec.os?.name === 'windows' || !hasPrefix(annotations, PREFIX)) return;
    visitContainers(spec, path, (container) => {
      const key = annotationWithoutField(container, annotations);
      if (key === undefined) return;
      const profile = soundProfile(annotations[key]);
      if (!profile || !isSameProfile(profile, spec.securityContext?.appArmorProfile)) warnAt(path.child('metadata', 'annotations').key(key), TEXT, verdict);
    });
  },
};

/** An AppArmor annotation in a template, for a container without the field: warningsForPodSpecAndMeta, pkg/api/pod 1.30 to 1.36. */
export const TEMPLATE_APP_ARMOR: Rule<AnnotatedContainer> = {
  id: 'deprecated-annotation',
  judge({ container, spec, annotations = {} }, path, verdict) {
    const key = annotationWithoutField(container, annotations);
    if (key === undefined || isKept(annotations[key], spec, verdict.minor)) return;
    warnAt(path.child('metadata', 'annotations').key(key), TEXT, verdict);
  },
};

/** Whether the Pod's own field says the same; up to 1.33, whether it says anything. */
function isKept(annotation: string, { securityContext }: PodSpec, minor: number): boolean {
  const own = securityContext?.appArmorProfile;
  return minor >= 34 ? isSameProfile(profileOf(annotation), own) : own !== undefined;
}

function annotationWithoutField({ name = '', securityContext }: Container, annotations: Annotations): string | undefined {
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
  one !== undefined && other !== undefined && one.type === other.type && one.localhostProfile === other.localhostProfile;
