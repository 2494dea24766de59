import type { Size } from 'cdk8s';
import type { Container, Volume, VolumeMount } from '../k8s';
import type { PodTemplate } from './pod-template';

/** How a directory is shared by the main container and a helper. */
export interface SharedDirectory {
  /** Absolute path, the same in both. */
  readonly path: string;
  /** Name of the volume that is made, where the main container has none at the path. */
  readonly volumeName: string;
  /** The volume to use instead. */
  readonly volume?: Volume;
  /** Limit of the volume that is made. */
  readonly sizeLimit: Size;
}

/**
 * Makes sure that the main container has a volume at the path, and returns the read-only mount that a helper needs. A
 * mount that the main container has there, or above, is used as it is.
 */
export function shareDirectory(pod: PodTemplate, directory: SharedDirectory): VolumeMount {
  const mount = mountAt(pod.main, directory.path) ?? mountNew(pod, directory);
  return { ...mount, readOnly: true };
}

function mountAt({ volumeMounts = [] }: Container, path: string): VolumeMount | undefined {
  return volumeMounts
    .filter(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath.replace(/\/$/, '')}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}

function mountNew(pod: PodTemplate, { path, volumeName, volume, sizeLimit }: SharedDirectory): VolumeMount {
  const shared = volume ?? { name: freeName(pod, volumeName), emptyDir: { sizeLimit: `${sizeLimit.toMebibytes()}Mi` } };
  if (!pod.tryVolume(shared.name)) pod.addVolume(shared);
  const mount = { name: shared.name, mountPath: path };
  pod.mount(pod.main.name, mount);
  return mount;
}

/** The name, or with a number where the Pod has a volume of the name already. */
function freeName(pod: PodTemplate, name: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!pod.tryVolume(candidate)) return candidate;
  }
}

/**
 * The container with a mount, unless it mounts the volume already.
 */
export function withMount(container: Container, mount: VolumeMount): Container {
  const mounts = container.volumeMounts ?? [];
  return mounts.some(({ name }) => name === mount.name) ? container : { ...container, volumeMounts: [...mounts, mount] };
}
