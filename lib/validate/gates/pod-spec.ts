import type { Field } from '../field';
import type { Affinity, Container, ObjectMeta, PodAffinityTerm, PodSpec, VolumeMount } from '../schema/types';
import { CONTAINER_DROPS, INIT_CONTAINER_DROPS, MAIN_CONTAINER_DROPS } from './container';
import { type Drop, Drops, field, nested } from './drop';

/**
 * Drops the fields of a PodSpec that a server drops on create: DropDisabledPodFields and
 * DropDisabledTemplateFields, pkg/api/pod 1.30 to 1.37. `path` is what holds the spec.
 */
export function dropDisabledPodFields(spec: PodSpec, _metadata: ObjectMeta | undefined, at: Field): void {
  const place = at.field('spec');
  POD_DROPS.run(spec, place);
  dropOfContainers(spec.containers, MAIN_CONTAINER_DROPS, place.field('containers'));
  dropOfContainers(spec.initContainers, INIT_CONTAINER_DROPS, place.field('initContainers'));
  dropOfContainers(spec.ephemeralContainers, MAIN_CONTAINER_DROPS, place.field('ephemeralContainers'));
}

function dropOfContainers(
  containers: readonly Container[] | undefined,
  own: Drops<Container>,
  at: Field,
): void {
  containers?.forEach((container, index) => {
    const place = at.index(index);
    CONTAINER_DROPS.run(container, place);
    own.run(container, place);
  });
}

/** Image volumes go with all their mounts (dropImageVolumes). */
const IMAGE_VOLUMES: Drop<PodSpec> = {
  gate: 'ImageVolume',
  uses: ({ volumes }) => volumes?.some(({ image }) => image) ?? false,
  drop(spec, path, dropped) {
    const names = new Set<string | undefined>();
    spec.volumes?.forEach(({ name, image }, index) => {
      if (!image) return;
      names.add(name);
      dropped(path.field('volumes').index(index));
    });
    spec.volumes = spec.volumes?.filter(({ image }) => !image);
    const stays = ({ name }: VolumeMount) => !names.has(name);
    for (const container of [
      ...(spec.containers ?? []),
      ...(spec.initContainers ?? []),
      ...(spec.ephemeralContainers ?? []),
    ]) {
      if (container.volumeMounts) container.volumeMounts = container.volumeMounts.filter(stays);
    }
  },
};

const AFFINITY_KEYS = ['matchLabelKeys', 'mismatchLabelKeys'] as const;

const AFFINITY: Drop<PodSpec> = {
  gate: 'MatchLabelKeysInPodAffinity',
  uses: ({ affinity }) =>
    affinity !== undefined &&
    terms(affinity).some(([term]) => AFFINITY_KEYS.some((key) => term[key] !== undefined)),
  drop({ affinity = {} }, path, dropped) {
    for (const [term, place] of terms(affinity)) {
      for (const key of AFFINITY_KEYS) {
        if (term[key] === undefined) continue;
        delete term[key];
        dropped(place(path.field('affinity')).field(key));
      }
    }
  },
};

type Term = readonly [term: PodAffinityTerm, place: (affinity: Field) => Field];

/** Every term of a Pod's affinity and anti-affinity to other Pods. */
function terms(affinity: Affinity): Term[] {
  return (['podAffinity', 'podAntiAffinity'] as const).flatMap((kind) => [
    ...(affinity[kind]?.requiredDuringSchedulingIgnoredDuringExecution ?? []).map((term, index): Term => [
      term,
      (path) => path.field(kind, 'requiredDuringSchedulingIgnoredDuringExecution').index(index),
    ]),
    ...(affinity[kind]?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
      ({ podAffinityTerm = {} }, index): Term => [
        podAffinityTerm,
        (path) =>
          path
            .field(kind, 'preferredDuringSchedulingIgnoredDuringExecution')
            .index(index)
            .field('podAffinityTerm'),
      ],
    ),
  ]);
}

const POD_DROPS = new Drops<PodSpec>([
  field('UserNamespacesSupport', 'hostUsers'),
  nested('SupplementalGroupsPolicy', 'securityContext.supplementalGroupsPolicy'),
  field('PodLevelResources', 'resources'),
  AFFINITY,
  field('DynamicResourceAllocation', 'resourceClaims'),
  // What is left of the source of a projected volume is no source.
  nested('ClusterTrustBundleProjection', 'volumes.*.projected.sources.*.clusterTrustBundle'),
  nested('PodCertificateRequest', 'volumes.*.projected.sources.*.podCertificate'),
  nested('AtomicWriteVolumeUserFields', 'volumes.*.secret|configMap|downwardAPI|projected.defaultUser'),
  nested('AtomicWriteVolumeUserFields', 'volumes.*.secret|configMap|downwardAPI.items.*.user'),
  nested(
    'AtomicWriteVolumeUserFields',
    'volumes.*.projected.sources.*.secret|configMap|downwardAPI.items.*.user',
  ),
  nested(
    'AtomicWriteVolumeUserFields',
    'volumes.*.projected.sources.*.serviceAccountToken|clusterTrustBundle|podCertificate.user',
  ),
  field('GenericWorkload', 'schedulingGroup'),
  field('GenericWorkload', 'workloadRef'),
  field('EvictionRequestAPI', 'evictionResponders'),
  nested('EmptyDirVolumeMode', 'volumes.*.emptyDir.mode'),
  field('HostnameOverride', 'hostnameOverride'),
  IMAGE_VOLUMES,
  nested('SELinuxChangePolicy', 'securityContext.seLinuxChangePolicy'),
]);
