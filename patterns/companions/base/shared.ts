import { posix } from 'node:path';
import { Size } from 'cdk8s';
import type { VolumeMount } from '../../../lib/k8s';
import { misuse } from '../../../lib/options/misuse';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import { mountAt, shareWritable } from '../../blocks/shared-directory';

/** Most that a companion fills a directory with before the kubelet evicts the Pod. */
const SIZE_LIMIT = Size.mebibytes(256);

/** Mounts directories that the main container reads and the companion fills. */
export function mountFilled(pod: PodTemplate, companion: string, paths: readonly string[]): void {
  for (const path of paths) {
    const volumeName = `${companion}-files`;
    const directory = { path, volumeName, sizeLimit: SIZE_LIMIT, readOnly: true };
    pod.mount(companion, shareWritable(pod, directory));
  }
}

/** Mounts a directory of the volume that has a file; the volume itself the companion may only read. */
export function mountState(pod: PodTemplate, companion: string, mountPath: string, file: string): void {
  const mount = mountAt(pod.main, file);
  if (!mount) {
    throw misuse(
      `companion "${companion}"`,
      `reads ${file}, but container "${pod.main.name}" has no volume there: use it in LogSidecar, which adds one`,
    );
  }
  const { name, ...place } = mount;
  pod.mount(companion, { name, mountPath, ...inVolume(place, `.${companion}`) });
}

function inVolume(
  { subPath = '', subPathExpr }: Pick<VolumeMount, 'subPath' | 'subPathExpr'>,
  directory: string,
): Pick<VolumeMount, 'subPath' | 'subPathExpr'> {
  return subPathExpr === undefined
    ? { subPath: posix.join(subPath, directory) }
    : { subPathExpr: posix.join(subPathExpr, directory) };
}
