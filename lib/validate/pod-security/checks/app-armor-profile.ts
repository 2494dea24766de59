import { quote } from '../../go-text';
import type { FieldPath } from '../../path';
import type { AppArmorProfile } from '../../schema/types';
import type { Check } from '../check';
import { isWindows, type PlacedContainer, type PodSubject } from '../pod-subject';
import { listed, plural, quoted, setters } from '../words';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

/** Profiles that loosen what the container runtime gives: policy/check_appArmorProfile.go, 1.36. */
export const APP_ARMOR_PROFILE: Check = {
  id: 'pod-security-app-armor-profile',
  since: 0,
  judge(pod) {
    const own = pod.spec.securityContext?.appArmorProfile;
    const podIsBad = own !== undefined && !isAllowed(own);
    const bad = pod.containers.flatMap((placed) => {
      const profile = profileOf(placed, pod);
      return profile && !isAllowed(profile) ? [{ placed, type: profile.type ?? '' }] : [];
    });
    const annotations = badAnnotations(pod);
    if (!podIsBad && !bad.length && !annotations.length) return undefined;
    const types = [...(podIsBad ? [own.type ?? ''] : []), ...bad.map(({ type }) => type)];
    const values = [...listed(types), ...annotations.map(({ text }) => text).sort()];
    const who = [setters(podIsBad, bad.map(({ placed }) => placed)), annotations.length ? plural('annotation', annotations.length) : ''].filter(Boolean).join(' and ');
    const field = podIsBad ? pod.path.child('spec') : bad.find(({ placed }) => placed.container.securityContext?.appArmorProfile)?.placed.path;
    return {
      reason: plural('forbidden AppArmor profile', values.length),
      detail: `${who} must not set AppArmor profile type to ${quoted(values)}`,
      path: field?.child('securityContext', 'appArmorProfile', 'type') ?? annotations[0].path,
      remedy: 'use RuntimeDefault or Localhost, or remove it',
    };
  },
};

const isAllowed = ({ type }: AppArmorProfile) => type === 'RuntimeDefault' || type === 'Localhost';

/** A Pod's own annotations become fields before they are looked at (applyAppArmorVersionSkew, pkg/registry/core/pod 1.36). */
function profileOf({ container, name }: PlacedContainer, pod: PodSubject): AppArmorProfile | undefined {
  const profile = container.securityContext?.appArmorProfile;
  if (profile || !pod.isPod || isWindows(pod) || pod.metadata.annotations?.[PREFIX + name] !== 'unconfined') return profile;
  return pod.spec.securityContext?.appArmorProfile?.type === 'Unconfined' ? undefined : { type: 'Unconfined' };
}

interface BadAnnotation {
  readonly text: string;
  readonly path: FieldPath;
}

function badAnnotations({ metadata, path }: PodSubject): BadAnnotation[] {
  const annotations = metadata.annotations ?? {};
  return Object.keys(annotations).filter((key) => key.startsWith(PREFIX) && !isAllowedValue(annotations[key]))
    .map((key) => ({ text: `${key}=${quote(annotations[key])}`, path: path.child('metadata', 'annotations').key(key) }));
}

const isAllowedValue = (value: string) => value === '' || value === 'runtime/default' || value.startsWith('localhost/');
