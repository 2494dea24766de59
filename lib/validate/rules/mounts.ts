import { closest } from '../closest';
import type { Field, Hint } from '../field';
import type { Container, PodSpec, Volume, VolumeMount } from '../schema/types';
import { VALUE } from '../field';
import { descendingPath } from '../../apimachinery/local-path';
import type { FieldPath } from '../path';
import type { ContainerRule, ContainerSubject, PodSubject } from './container-subject';
import { defineRule } from '../rule';

/** Mounts of a container: ValidateVolumeMounts, 1.36. */
export const MOUNTS = defineRule<ContainerRule>({
  id: 'volume-mounts',
  stage: 'judge',
  mistake: 'a mount of a volume that does not exist, a path that is already used, or conflicting options',
  suggestion: 'mount a volume of the Pod at a unique path',
  field: 'volumeMounts',
  judge(subject, at) {
    const {
      container: { volumeMounts, volumeDevices = [] },
    } = subject;
    if (!volumeMounts?.length) return;
    const taken = new Set<string>();
    const devices = mountPaths(volumeDevices.map(({ name = '', devicePath = '' }) => [name, devicePath]));
    volumeMounts.forEach((mount, index) =>
      judgeMount(mount, subject, { taken, devices }, at.field('volumeMounts'), index),
    );
  },
});

interface Others {
  readonly taken: Set<string>;
  readonly devices: MountPaths;
}

function judgeMount(
  mount: VolumeMount,
  subject: ContainerSubject,
  { taken, devices }: Others,
  list: Field,
  index: number,
): void {
  const at = list.index(index);
  judgeVolume(mount.name ?? '', subject, at.field('name'));
  judgeMountPath(mount.mountPath ?? '', taken, at.field('mountPath'));
  judgeDevices(mount, devices, at);
  const unnumbered = list.shownAt(at);
  judgeSubPath(mount, at, unnumbered);
  judgePropagation(mount, subject.container, unnumbered.field('mountPropagation'));
  judgeRecursiveReadOnly(mount, unnumbered.field('recursiveReadOnly'));
}

function judgeVolume(name: string, { pod }: ContainerSubject, at: Field): void {
  if (!name) at.required('', { suggestion: 'set the name of the volume to mount' });
  if (!pod.volumes.has(name)) at.notFound(name, noVolume(name, pod));
}

/** Most volumes to name in a suggestion, and to look for a similar name among. */
const MOST_NAMED = 20;

/** What there is to say about a volume that is not there, or that a server does not count. */
export const noVolume = (name: string, { spec, volumes, volumesAt }: PodSubject, isFit = ANY): Hint => ({
  suggestion: otherVolumes(name, firstOf(volumes, isFit)),
  follows: mayBe(name, spec, volumes, volumesAt),
});

/** Where the volumes are that may be meant: those with the name, or one like it that is refused. */
function mayBe(name: string, { volumes }: PodSpec, sound: PodSubject['volumes'], at: FieldPath): FieldPath[] {
  if (!volumes?.some((volume) => volume.name)) return [at];
  return volumes.flatMap((volume, index) => {
    const own = volume.name ?? '';
    const isLike = index < MOST_NAMED && !sound.has(own) && closest(name, [own]) !== undefined;
    const isMeant = own === name || (own && isLike);
    return isMeant ? [at.index(index)] : [];
  });
}

const ANY = (_volume: Volume) => true;

/** As many volumes as are named, and one more. */
function firstOf(volumes: PodSubject['volumes'], isFit: (volume: Volume) => boolean): Volume[] {
  const first: Volume[] = [];
  for (const volume of volumes.values()) {
    if (isFit(volume)) first.push(volume);
    if (first.length > MOST_NAMED) break;
  }
  return first;
}

function otherVolumes(name: string, volumes: readonly Volume[]): string {
  const names = volumes.slice(0, MOST_NAMED).flatMap((volume) => volume.name || []);
  const near = closest(name, names);
  if (near) return `did you mean "${near}"? Otherwise add a volume with this name to spec.volumes`;
  const known = [...new Set(volumes.slice(0, MOST_NAMED).flatMap((volume) => volume.name ?? []))]
    .map((volume) => `"${volume}"`)
    .join(', ');
  const more = volumes.length > MOST_NAMED ? ', …' : '';
  return `add a volume with this name to spec.volumes${known ? `, or mount one of ${known}${more}` : ''}`;
}

function judgeMountPath(mountPath: string, taken: Set<string>, at: Field): void {
  if (!mountPath) at.required('', { suggestion: 'set the path of the volume in the container' });
  if (taken.has(mountPath)) {
    at.invalid(mountPath, 'must be unique', {
      suggestion: 'mount each volume at a unique path',
      repeats: VALUE,
    });
  }
  taken.add(mountPath);
}

export interface MountPaths {
  readonly names: ReadonlySet<string>;
  readonly paths: ReadonlySet<string>;
}

/**
 * Volumes and where they appear: of a volume that is there twice, the last place counts (GetVolumeMountMap,
 * GetVolumeDeviceMap, 1.36).
 */
export function mountPaths(places: readonly (readonly [name: string, path: string])[]): MountPaths {
  if (!places.length) return NO_PATHS;
  const byName = new Map(places);
  return { names: new Set(byName.keys()), paths: new Set(byName.values()) };
}

const NO_PATHS: MountPaths = { names: new Set(), paths: new Set() };

function judgeDevices({ name = '', mountPath = '' }: VolumeMount, devices: MountPaths, at: Field): void {
  if (devices.names.has(name)) {
    at.field('name').invalid(name, 'must not already exist in volumeDevices');
  }
  if (devices.paths.has(mountPath)) {
    at.field('mountPath').invalid(mountPath, 'must not already exist as a path in volumeDevices');
  }
}

/** The server leaves the index out of some fields: they are those of `unnumbered`. */
function judgeSubPath({ subPath, subPathExpr }: VolumeMount, at: Field, unnumbered: Field): void {
  if (subPath) unnumbered.field('subPath').invalidEach(subPath, descendingPath(subPath));
  if (!subPathExpr) return;
  if (subPath) {
    at.field('subPathExpr').invalid(subPathExpr, 'subPathExpr and subPath are mutually exclusive', {
      suggestion: 'remove one of them',
    });
  }
  unnumbered.field('subPathExpr').invalidEach(subPathExpr, descendingPath(subPathExpr));
}

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];

/** validateMountPropagation, 1.36. */
function judgePropagation(
  { mountPropagation }: VolumeMount,
  { securityContext }: Container,
  at: Field,
): void {
  if (mountPropagation === undefined) return;
  if (!PROPAGATIONS.includes(mountPropagation)) {
    at.notSupported(mountPropagation, PROPAGATIONS);
  }
  if (mountPropagation === 'Bidirectional' && !securityContext?.privileged) {
    at.forbidden('Bidirectional mount propagation is available only to privileged containers');
  }
}

const RECURSIVE = ['Disabled', 'Enabled', 'IfPossible'];

/** validateMountRecursiveReadOnly, 1.36. */
function judgeRecursiveReadOnly(
  { recursiveReadOnly, readOnly, mountPropagation = 'None' }: VolumeMount,
  at: Field,
): void {
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
  if (!RECURSIVE.includes(recursiveReadOnly)) {
    return at.notSupported(recursiveReadOnly, RECURSIVE);
  }
  if (!readOnly) at.forbidden('may only be specified when readOnly is true');
  if (mountPropagation !== 'None') {
    at.forbidden('may only be specified when mountPropagation is None or not specified');
  }
}
