import type { FieldPath } from '../path';
import type { Volume, VolumeDevice } from '../schema/types';
import { VALUE, type Verdict } from '../verdict';
import { noBacksteps } from '../../apimachinery/local-path';
import type { ContainerRule } from './container-subject';
import { mountPaths, volumeRemedy } from './mounts';
import { defineRule } from '../rule';

/** Block devices of a container: ValidateVolumeDevices, 1.36. */
export const DEVICES = defineRule<ContainerRule>({
  id: 'volume-devices',
  stage: 'judge',
  mistake:
    'a device for a volume that does not exist or is not a block device, or whose path is already used',
  suggestion: 'use a volume with a claim, and a unique path',
  field: 'volumeDevices',
  judge({ container: { volumeDevices, volumeMounts = [] }, pod }, path, verdict) {
    if (!volumeDevices?.length) return;
    const mounts = mountPaths(volumeMounts.map(({ name = '', mountPath = '' }) => [name, mountPath]));
    const names = new Set<string>();
    const paths = new Set<string>();
    volumeDevices.forEach((device, index) => {
      const place = path.field('volumeDevices').index(index);
      judgeName(device, names, place.field('name'), verdict);
      judgeVolume(device, pod.volumes, () => volumeRemedy(pod.spec), place.field('name'), verdict);
      judgePath(device, paths, place.field('devicePath'), verdict);
      judgeMounts(device, mounts, place, verdict);
    });
  },
});

function judgeName({ name = '' }: VolumeDevice, taken: Set<string>, path: FieldPath, verdict: Verdict): void {
  if (!name) verdict.required(path, '', { suggestion: 'set the name of the volume to attach' });
  if (taken.has(name)) {
    verdict.invalid(path, name, 'must be unique', { suggestion: 'attach each volume once', repeats: VALUE });
  }
  if (name) taken.add(name);
}

function judgeVolume(
  { name = '' }: VolumeDevice,
  volumes: ReadonlyMap<string, Volume>,
  suggestion: () => string,
  path: FieldPath,
  verdict: Verdict,
): void {
  const volume = volumes.get(name);
  if (!volume) return verdict.notFound(path, name, { suggestion: suggestion() });
  if (volume.persistentVolumeClaim || volume.ephemeral) return;
  verdict.invalid(
    path,
    name,
    'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
    { suggestion: 'mount it under volumeMounts' },
  );
}

function judgePath(
  { devicePath = '' }: VolumeDevice,
  taken: Set<string>,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!devicePath) verdict.required(path, '', { suggestion: 'set the path of the device in the container' });
  if (taken.has(devicePath)) {
    verdict.invalid(path, devicePath, 'must be unique', {
      suggestion: 'give each device a unique path',
      repeats: VALUE,
    });
  }
  if (noBacksteps(devicePath).length) verdict.invalid(path, devicePath, "can not contain backsteps ('..')");
  else taken.add(devicePath);
}

function judgeMounts(
  { name = '', devicePath = '' }: VolumeDevice,
  mounts: ReturnType<typeof mountPaths>,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (mounts.names.has(name)) {
    verdict.invalid(path.field('name'), name, 'must not already exist in volumeMounts');
  }
  if (mounts.paths.has(devicePath)) {
    verdict.invalid(path.field('devicePath'), devicePath, 'must not already exist as a path in volumeMounts');
  }
}
