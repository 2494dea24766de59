import type { Size } from 'cdk8s';
import type { Container, Volume, VolumeMount } from '../../lib/k8s';
import { quantityOf } from '../../lib/options/amounts';
import { misuse } from '../../lib/options/misuse';
import type { PodTemplate } from '../../lib/pod/pod-template';
import { freeVolumeName } from './free-name';

/** Options of a volume that the main container and a helper share. */
export interface SharedVolumeOptions {
  /**
   * Volume to share. It is added to the Pod unless the Pod has a volume of that name.
   *
   * @default - an emptyDir with `sizeLimit`; none if the main container already mounts a volume at the
   * directory or above
   */
  readonly volume?: Volume;

  /**
   * Size limit of the emptyDir; the kubelet evicts the Pod when it is exceeded.
   *
   * @default - 256Mi, unless the pattern says otherwise
   */
  readonly sizeLimit?: Size | string;
}

/** Options of a volume that a helper fills for the main container. */
export interface FilledVolumeOptions extends SharedVolumeOptions {
  /**
   * Whether the main container mounts the directory read-only. A mount that it already has stays as it is.
   *
   * @default true
   */
  readonly readOnly?: boolean;
}

/** How a directory is shared by the main container and a helper. */
export interface SharedDirectory {
  /** Absolute path, the same in both. */
  readonly path: string;
  /** Name of the volume that is made, where the main container has none at the path. */
  readonly volumeName: string;
  /** The volume to use instead. */
  readonly volume?: Volume;
  /** Size limit of the volume that is created. */
  readonly sizeLimit: Size | string;
  /** Medium of the volume that is made. */
  readonly medium?: string;
  /** Whether the main container mounts it read-only, where it has no mount there. */
  readonly readOnly?: boolean;
}

/**
 * Makes sure that the main container has a volume at the path, and returns the read-only mount that a helper
 * needs. A mount that the main container has there, or above, is used as it is.
 */
export function shareDirectory(pod: PodTemplate, directory: SharedDirectory): VolumeMount {
  return { ...mainMount(pod, directory), readOnly: true };
}

/** As `shareDirectory`, with a mount that the helper can write to. */
export function shareWritable(pod: PodTemplate, directory: SharedDirectory): VolumeMount {
  return writable(mainMount(pod, directory));
}

/** A directory of the main container as a helper has it that fills it. */
export interface FilledDirectory {
  readonly mount: VolumeMount;
  /** Absolute path of the directory in the helper. */
  readonly path: string;
}

/**
 * Makes sure that the main container has a volume at the path, and returns the writable mount of a helper
 * that has the volume elsewhere: what the helper's own image holds at the path stays visible.
 */
export function fillDirectory(
  pod: PodTemplate,
  directory: SharedDirectory,
  mountPath: string,
): FilledDirectory {
  const { mountPath: above, ...mount } = writable(mainMount(pod, directory));
  return {
    mount: { ...mount, mountPath },
    path: mountPath + directory.path.slice(above.replace(/\/$/, '').length),
  };
}

const writable = ({ readOnly, recursiveReadOnly, ...mount }: VolumeMount): VolumeMount => mount;

const mainMount = (pod: PodTemplate, directory: SharedDirectory) =>
  mountAt(pod.main, directory.path) ?? mountNew(pod, directory);

/**
 * The read-only mount of a helper that watches a directory of the main container, which mounts `volume` there
 * where it is given.
 *
 * @throws Error if the main container has no mount there, or one with `subPath`, which is never updated
 */
export function watchDirectory(
  pod: PodTemplate,
  pattern: string,
  path: string,
  volume?: Volume,
): VolumeMount {
  const mount = mountAt(pod.main, path) ?? (volume && mountVolume(pod, volume, path, true));
  const { name } = pod.main;
  if (!mount) {
    throw misuse(
      pattern,
      `container "${name}" has no mount at "${path}": mount a volume there first, or set "volume"`,
    );
  }
  if (mount.subPath && isProjected(pod.tryVolume(mount.name))) {
    throw misuse(
      pattern,
      `container "${name}" mounts "${mount.subPath}" of volume "${mount.name}" with subPath, which is never updated: mount the whole volume, or select its "items"`,
    );
  }
  return { ...mount, readOnly: true };
}

const isProjected = (volume?: Volume) =>
  Boolean(volume?.configMap ?? volume?.secret ?? volume?.projected ?? volume?.downwardApi);

/** The mount of a container that a path is in: the innermost. */
export function mountAt({ volumeMounts = [] }: Container, path: string): VolumeMount | undefined {
  return volumeMounts
    .filter(
      ({ mountPath }) =>
        path === mountPath || (mountPath && path.startsWith(`${mountPath.replace(/\/$/, '')}/`)),
    )
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}

function mountNew(
  pod: PodTemplate,
  { path, volumeName, volume, sizeLimit, medium, readOnly }: SharedDirectory,
): VolumeMount {
  const emptyDir = { ...(medium ? { medium } : {}), sizeLimit: quantityOf(sizeLimit) };
  return mountVolume(pod, volume ?? { name: freeVolumeName(pod, volumeName), emptyDir }, path, readOnly);
}

function mountVolume(pod: PodTemplate, volume: Volume, mountPath: string, readOnly?: boolean): VolumeMount {
  addVolumeOnce(pod, volume);
  const mount = { name: volume.name, mountPath, ...(readOnly ? { readOnly } : {}) };
  pod.mount(pod.main.name, mount);
  return mount;
}

/** Adds a volume, unless the Pod has one of its name. */
export function addVolumeOnce(pod: PodTemplate, volume: Volume): void {
  if (!pod.tryVolume(volume.name)) pod.addVolume(volume);
}

/**
 * The container with a mount, unless it mounts the volume already.
 */
export function withMount(container: Container, mount: VolumeMount): Container {
  const mounts = container.volumeMounts ?? [];
  return mounts.some(({ name }) => name === mount.name)
    ? container
    : { ...container, volumeMounts: [...mounts, mount] };
}
