import { quote } from '../../../go/format';
import type { FieldPath } from '../../path';
import type { AppArmorProfile } from '../../schema/types';
import type { Check } from '../check';
import { isWindows, type PlacedContainer, type PodSubject } from '../pod-subject';
import { listed, plural, quoted, setters } from '../wording';
import { defineRule } from '../../rule';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

/** Profiles that loosen what the container runtime gives: policy/check_appArmorProfile.go, 1.36. */
export const APP_ARMOR_PROFILE = defineRule<Check>({
  id: 'pod-security-app-armor-profile',
  stage: 'pod-security',
  mistake: 'baseline: an AppArmor profile other than `RuntimeDefault` or `Localhost`',
  suggestion: 'use RuntimeDefault or Localhost',
  since: 0,
  judge(pod) {
    const own = badType(pod.spec.securityContext?.appArmorProfile);
    const bad = pod.containers.flatMap((placed) => {
      const type = badType(profileOf(placed, pod));
      return type === undefined ? [] : [{ placed, type }];
    });
    const annotations = badAnnotations(pod);
    const who = [
      setters(
        own !== undefined,
        bad.map(({ placed }) => placed),
      ),
      annotations.length ? plural('annotation', annotations.length) : '',
    ];
    if (who.every((setter) => !setter)) return undefined;
    const values = [
      ...listed([own ?? [], bad.map(({ type }) => type)].flat()),
      ...annotations.map(({ text }) => text).sort(),
    ];
    return {
      reason: plural('forbidden AppArmor profile', values.length),
      detail: `${who.filter(Boolean).join(' and ')} must not set AppArmor profile type to ${quoted(values)}`,
      path:
        (own === undefined ? fieldIn(bad) : pod.path.field('spec'))?.field(
          'securityContext',
          'appArmorProfile',
          'type',
        ) ?? annotations[0].path,
      suggestion: 'use RuntimeDefault or Localhost, or remove it',
    };
  },
});

/** The first container with the profile in a field of its own. */
const fieldIn = (bad: readonly { readonly placed: PlacedContainer }[]) =>
  bad.find(({ placed }) => placed.container.securityContext?.appArmorProfile)?.placed.path;

const badType = (profile: AppArmorProfile | undefined) =>
  profile && !isAllowed(profile) ? (profile.type ?? '') : undefined;

const isAllowed = ({ type }: AppArmorProfile) => type === 'RuntimeDefault' || type === 'Localhost';

/**
 * A Pod's own annotations become fields before they are looked at (applyAppArmorVersionSkew,
 * pkg/registry/core/pod 1.36).
 */
function profileOf({ container, name }: PlacedContainer, pod: PodSubject): AppArmorProfile | undefined {
  const profile = container.securityContext?.appArmorProfile;
  if (profile || !pod.isPod || isWindows(pod) || pod.metadata.annotations?.[PREFIX + name] !== 'unconfined') {
    return profile;
  }
  return pod.spec.securityContext?.appArmorProfile?.type === 'Unconfined'
    ? undefined
    : { type: 'Unconfined' };
}

interface BadAnnotation {
  readonly text: string;
  readonly path: FieldPath;
}

function badAnnotations({ metadata, path }: PodSubject): BadAnnotation[] {
  const annotations = metadata.annotations ?? {};
  return Object.keys(annotations)
    .filter((key) => key.startsWith(PREFIX) && !isAllowedValue(annotations[key]))
    .map((key) => ({
      text: `${key}=${quote(annotations[key])}`,
      path: path.field('metadata', 'annotations').key(key),
    }));
}

const isAllowedValue = (value: string) =>
  value === '' || value === 'runtime/default' || value.startsWith('localhost/');
