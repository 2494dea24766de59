import type * as kplus from 'cdk8s-plus-28';
import type { KeyToPath, Volume } from '../k8s';
import { checkArguments } from '../options/check';

/** Options of a volume with one file per key. */
export interface KeysVolumeOptions {
  /**
   * Keys that become files, and their paths.
   *
   * @default - all keys, each as a file with its name
   */
  readonly items?: KeyToPath[];

  /**
   * Mode of the files: `0o400`.
   *
   * @default - 0o644
   */
  readonly defaultMode?: number;

  /**
   * Whether the Pod starts without the files if the object or a key is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of a volume from a PersistentVolumeClaim. */
export interface ClaimVolumeOptions {
  /**
   * Whether every mount of the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * Volumes from cdk8s-plus objects. If you only have a name, write the volume as a struct: `{ name, configMap:
 * { name } }`.
 */
export class Volumes {
  /**
   * Creates a volume from a ConfigMap.
   *
   * @param name name of the volume
   * @param configMap cdk8s-plus ConfigMap
   * @param options which keys, and how
   */
  public static fromConfigMap(
    name: string,
    configMap: kplus.IConfigMap,
    options: KeysVolumeOptions = {},
  ): Volume {
    checkArguments('Volumes.fromConfigMap', name, configMap, options);
    return { name, configMap: { ...options, name: configMap.name } };
  }

  /**
   * Creates a volume from a Secret.
   *
   * @param name name of the volume
   * @param secret cdk8s-plus Secret
   * @param options which keys, and how
   */
  public static fromSecret(name: string, secret: kplus.ISecret, options: KeysVolumeOptions = {}): Volume {
    checkArguments('Volumes.fromSecret', name, secret, options);
    return { name, secret: { ...options, secretName: secret.name } };
  }

  /**
   * Creates a volume from a PersistentVolumeClaim.
   *
   * @param name name of the volume
   * @param claim cdk8s-plus PersistentVolumeClaim
   * @param options how it is mounted
   */
  public static fromPersistentVolumeClaim(
    name: string,
    claim: kplus.IPersistentVolumeClaim,
    options: ClaimVolumeOptions = {},
  ): Volume {
    checkArguments('Volumes.fromPersistentVolumeClaim', name, claim, options);
    return { name, persistentVolumeClaim: { ...options, claimName: claim.name } };
  }

  private constructor() {}
}
