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
      const place = path.child('volumeDevices').index(index);
      judgeName(device, names, place.child('name'), verdict);
      judgeVolume(device, pod.volumes, () => volumeRemedy(pod.spec), place.child('name'), verdict);
      judgePath(device, paths, place.child('devicePath'), verdict);
      judgeMounts(device, mounts, place, verdict);
    });
  },
});

function judgeName({ name = '' }: VolumeDevice, taken: Set<string>, path: FieldPath, verdict: Verdict): void {
  if (!name) verdict.required(path, '', { remedy: 'set the name of the volume to attach' });
  if (taken.has(name)) {
    verdict.invalid(path, name, 'must be unique', { remedy: 'attach each volume once', repeats: VALUE });
  }
  if (name) taken.add(name);
}

function judgeVolume(
  { name = '' }: VolumeDevice,
  volumes: ReadonlyMap<string, Volume>,
  remedy: () => string,
  path: FieldPath,
  verdict: Verdict,
): void {
  const volume = volumes.get(name);
  if (!volume) return verdict.notFound(path, name, { remedy: remedy() });
  if (volume.persistentVolumeClaim || volume.ephemeral) return;
  verdict.invalid(
    path,
    name,
    'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
    { remedy: 'mount it under volumeMounts' },
  );
}

function judgePath(
  { devicePath = '' }: VolumeDevice,
  taken: Set<string>,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!devicePath) verdict.required(path, '', { remedy: 'set the path of the device in the container' });
  if (taken.has(devicePath)) {
    verdict.invalid(path, devicePath, 'must be unique', {
      remedy: 'give each device a unique path',
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
    verdict.invalid(path.child('name'), name, 'must not already exist in volumeMounts');
  }
  if (mounts.paths.has(devicePath)) {
    verdict.invalid(path.child('devicePath'), devicePath, 'must not already exist as a path in volumeMounts');
  }
}
