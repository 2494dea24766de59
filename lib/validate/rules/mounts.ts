import type { FieldPath } from '../path';
import type { Container, PodSpec, VolumeMount } from '../schema/types';
import { VALUE, type Verdict } from '../verdict';
import { descendingPath } from '../../apimachinery/local-path';
import type { ContainerRule, ContainerSubject } from './container-subject';
import { defineRule } from '../rule';

/** Mounts of a container: ValidateVolumeMounts, 1.36. */
export const MOUNTS = defineRule<ContainerRule>({
  id: 'volume-mounts',
  stage: 'judge',
  mistake: 'a mount of a volume that does not exist, a path that is already used, or conflicting options',
  suggestion: 'mount a volume of the Pod at a unique path',
  field: 'volumeMounts',
  judge(subject, path, verdict) {
    const {
      container: { volumeMounts, volumeDevices = [] },
    } = subject;
    if (!volumeMounts?.length) return;
    const taken = new Set<string>();
    const devices = mountPaths(volumeDevices.map(({ name = '', devicePath = '' }) => [name, devicePath]));
    volumeMounts.forEach((mount, index) =>
      judgeMount(mount, subject, { taken, devices }, path.field('volumeMounts'), index, verdict),
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
  list: FieldPath,
  index: number,
  verdict: Verdict,
): void {
  const path = list.index(index);
  judgeVolume(mount.name ?? '', subject, path.field('name'), verdict);
  judgeMountPath(mount.mountPath ?? '', taken, path.field('mountPath'), verdict);
  judgeDevices(mount, devices, path, verdict);
  judgeSubPath(mount, list, path, verdict);
  judgePropagation(mount, subject.container, list.field('mountPropagation'), path, verdict);
  judgeRecursiveReadOnly(mount, list.field('recursiveReadOnly'), path, verdict);
}

function judgeVolume(
  name: string,
  { pod: { volumes, spec } }: ContainerSubject,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!name) verdict.required(path, '', { suggestion: 'set the name of the volume to mount' });
  if (volumes.has(name)) return;
  verdict.notFound(path, name, { suggestion: volumeRemedy(spec) });
}

/** Volumes of which the names are told: of more, nobody reads them. */
const MOST_NAMED = 20;

/** What to do about a volume that is not there. */
export function volumeRemedy({ volumes = [] }: PodSpec): string {
  const known = [...new Set(volumes.slice(0, MOST_NAMED).flatMap((volume) => volume.name ?? []))]
    .map((volume) => `"${volume}"`)
    .join(', ');
  const more = volumes.length > MOST_NAMED ? ', …' : '';
  return `add a volume with this name to spec.volumes${known ? `, or mount one of ${known}${more}` : ''}`;
}

function judgeMountPath(mountPath: string, taken: Set<string>, path: FieldPath, verdict: Verdict): void {
  if (!mountPath) verdict.required(path, '', { suggestion: 'set the path of the volume in the container' });
  if (taken.has(mountPath)) {
    verdict.invalid(path, mountPath, 'must be unique', {
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

function judgeDevices(
  { name = '', mountPath = '' }: VolumeMount,
  devices: MountPaths,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (devices.names.has(name)) {
    verdict.invalid(path.field('name'), name, 'must not already exist in volumeDevices');
  }
  if (devices.paths.has(mountPath)) {
    verdict.invalid(path.field('mountPath'), mountPath, 'must not already exist as a path in volumeDevices');
  }
}

/** The server leaves the index out of the field. */
function judgeSubPath(
  { subPath, subPathExpr }: VolumeMount,
  list: FieldPath,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (subPath) {
    verdict.invalidEach(list.field('subPath'), subPath, descendingPath(subPath), {
      at: path.field('subPath'),
    });
  }
  if (!subPathExpr) return;
  if (subPath) {
    verdict.invalid(
      path.field('subPathExpr'),
      subPathExpr,
      'subPathExpr and subPath are mutually exclusive',
      { suggestion: 'remove one of them' },
    );
  }
  verdict.invalidEach(list.field('subPathExpr'), subPathExpr, descendingPath(subPathExpr), {
    at: path.field('subPathExpr'),
  });
}

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];

/** validateMountPropagation, 1.36. */
function judgePropagation(
  { mountPropagation }: VolumeMount,
  { securityContext }: Container,
  field: FieldPath,
  mount: FieldPath,
  verdict: Verdict,
): void {
  if (mountPropagation === undefined) return;
  const at = mount.field('mountPropagation');
  if (!PROPAGATIONS.includes(mountPropagation)) {
    verdict.notSupported(field, mountPropagation, PROPAGATIONS, { at });
  }
  if (mountPropagation === 'Bidirectional' && !securityContext?.privileged) {
    verdict.forbidden(field, 'Bidirectional mount propagation is available only to privileged containers', {
      at,
    });
  }
}

const RECURSIVE = ['Disabled', 'Enabled', 'IfPossible'];

/** validateMountRecursiveReadOnly, 1.36. */
function judgeRecursiveReadOnly(
  { recursiveReadOnly, readOnly, mountPropagation = 'None' }: VolumeMount,
  field: FieldPath,
  mount: FieldPath,
  verdict: Verdict,
): void {
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
  const at = mount.field('recursiveReadOnly');
  if (!RECURSIVE.includes(recursiveReadOnly)) {
    return verdict.notSupported(field, recursiveReadOnly, RECURSIVE, { at });
  }
  if (!readOnly) verdict.forbidden(field, 'may only be specified when readOnly is true', { at });
  if (mountPropagation !== 'None') {
    verdict.forbidden(field, 'may only be specified when mountPropagation is None or not specified', { at });
  }
}
