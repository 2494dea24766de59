import type { VolumeMount } from '../schema/types';

/** Mounts of a container, found by the files in them. */
export class Mounts {
  /** By their path with a slash behind it. */
  private readonly byFolder = new Map<string, VolumeMount>();
  /** Lengths of these paths, the longest first. */
  private readonly lengths: readonly number[];

  constructor(mounts: readonly VolumeMount[]) {
    for (const mount of mounts) {
      const { mountPath } = mount;
      if (!mountPath) continue;
      const folder = mountPath.endsWith('/') ? mountPath : `${mountPath}/`;
      const known = this.byFolder.get(folder)?.mountPath;
      if (known === undefined || known.length < mountPath.length) this.byFolder.set(folder, mount);
    }
    this.lengths = [...new Set([...this.byFolder.keys()].map((folder) => folder.length))].sort(
      (a, b) => b - a,
    );
  }

  /** The mount that a file is in, the innermost. */
  of(file: string): VolumeMount | undefined {
    for (const length of this.lengths) {
      const mount = file[length - 1] === '/' ? this.byFolder.get(file.slice(0, length)) : undefined;
      if (mount) return mount;
    }
    return undefined;
  }
}
