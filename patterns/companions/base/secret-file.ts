import type { SecretKeySelector, Volume, VolumeMount } from '../../../lib/k8s';

/** A key of a Secret as a file of a companion. */
export interface SecretFile {
  readonly path: string;
  readonly volume: Volume;
  readonly mount: VolumeMount;
}

/** Mounts a key of a Secret as the only file of a directory. */
export const secretFile = (
  volume: string,
  { name, key, optional }: SecretKeySelector,
  directory: string,
  file: string,
): SecretFile => ({
  path: `${directory}/${file}`,
  volume: {
    name: volume,
    secret: {
      secretName: name,
      items: [{ key, path: file }],
      ...(optional === undefined ? {} : { optional }),
    },
  },
  mount: { name: volume, mountPath: directory, readOnly: true },
});
