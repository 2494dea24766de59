import type { Field } from '../field';
import type { Volume, VolumeDevice } from '../schema/types';
import { VALUE } from '../field';
import { noBacksteps } from '../../apimachinery/local-path';
import type { ContainerRule, PodSubject } from './container-subject';
import { mountPaths, noVolume } from './mounts';
import { defineRule } from '../rule';

/** Block devices of a container: ValidateVolumeDevices, 1.36. */
export const DEVICES = defineRule<ContainerRule>({
  id: 'volume-devices',
  stage: 'judge',
  mistake:
    'a device for a volume that does not exist or is not a block device, or whose path is already used',
  suggestion: 'use a volume with a claim, and a unique path',
  field: 'volumeDevices',
  judge({ container: { volumeDevices, volumeMounts = [] }, pod }, at) {
    if (!volumeDevices?.length) return;
    const mounts = mountPaths(volumeMounts.map(({ name = '', mountPath = '' }) => [name, mountPath]));
    const names = new Set<string>();
    const paths = new Set<string>();
    volumeDevices.forEach((device, index) => {
      const place = at.field('volumeDevices').index(index);
      judgeName(device, names, place.field('name'));
      judgeVolume(device, pod, place.field('name'));
      judgePath(device, paths, place.field('devicePath'));
      judgeMounts(device, mounts, place);
    });
  },
});

function judgeName({ name = '' }: VolumeDevice, taken: Set<string>, at: Field): void {
  if (!name) at.required('', { suggestion: 'set the name of the volume to attach' });
  if (taken.has(name)) {
    at.invalid(name, 'must be unique', { suggestion: 'attach each volume once', repeats: VALUE });
  }
  if (name) taken.add(name);
}

const isBlock = ({ persistentVolumeClaim, ephemeral }: Volume) =>
  persistentVolumeClaim !== undefined || ephemeral !== undefined;

function judgeVolume({ name = '' }: VolumeDevice, pod: PodSubject, at: Field): void {
  const volume = pod.volumes.get(name);
  if (!volume) return at.notFound(name, noVolume(name, pod, isBlock));
  if (isBlock(volume)) return;
  at.invalid(name, 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode', {
    suggestion: 'mount it under volumeMounts',
  });
}

function judgePath({ devicePath = '' }: VolumeDevice, taken: Set<string>, at: Field): void {
  if (!devicePath) at.required('', { suggestion: 'set the path of the device in the container' });
  if (taken.has(devicePath)) {
    at.invalid(devicePath, 'must be unique', {
      suggestion: 'give each device a unique path',
      repeats: VALUE,
    });
  }
  if (noBacksteps(devicePath).length) at.invalid(devicePath, "can not contain backsteps ('..')");
  else taken.add(devicePath);
}

function judgeMounts(
  { name = '', devicePath = '' }: VolumeDevice,
  mounts: ReturnType<typeof mountPaths>,
  at: Field,
): void {
  if (mounts.names.has(name)) {
    at.field('name').invalid(name, 'must not already exist in volumeMounts');
  }
  if (mounts.paths.has(devicePath)) {
    at.field('devicePath').invalid(devicePath, 'must not already exist as a path in volumeMounts');
  }
}
