import type { Volume, VolumeMount } from '../../../lib/k8s';

/** A Secret as files: the volume, and its mount in the companion. */
export interface MountedSecret {
  readonly volumes: Volume[];
  readonly volumeMounts: VolumeMount[];
}

/** All keys of a Secret as files; none without a Secret. */
export function mountedSecret(
  volume: string,
  mountPath: string,
  secretName: string | undefined,
): MountedSecret {
  if (secretName === undefined) return { volumes: [], volumeMounts: [] };
  return {
    volumes: [{ name: volume, secret: { secretName } }],
    volumeMounts: [{ name: volume, mountPath, readOnly: true }],
  };
}
