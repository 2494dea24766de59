import type { Volume, VolumeMount } from '../../../lib/k8s';

/** Most that a companion writes to a directory of its own before the kubelet evicts the Pod. */
const SIZE_LIMIT = '64Mi';

const volumeName = (companion: string, path: string) =>
  `${companion}${path.replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}`;

export const writableMounts = (companion: string, paths: readonly string[]): VolumeMount[] =>
  paths.map((mountPath) => ({ name: volumeName(companion, mountPath), mountPath }));

export const writableVolumes = (companion: string, paths: readonly string[]): Volume[] =>
  paths.map((path) => ({ name: volumeName(companion, path), emptyDir: { sizeLimit: SIZE_LIMIT } }));
