import type * as kplus from 'cdk8s-plus-28';
import type { KeyToPath, Volume } from '../k8s';
import { checkArguments } from '../options/check';

/** Options of a volume of keys: each key is a file. */
export interface KeysVolumeOptions {
  /**
   * Keys that become files, and their paths.
   *
   * @default - all keys, in files of their names
   */
  readonly items?: KeyToPath[];

  /**
   * Mode of the files: `0o400`.
   *
   * @default - 0o644
   */
  readonly defaultMode?: number;

  /**
   * Whether the Pod starts, with no files, where the object or a key is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of a volume that is a claim. */
export interface ClaimVolumeOptions {
  /**
   * Whether every mount of the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * Volumes of objects that cdk8s-plus made. Where there is only a name, write the volume: `{ name, configMap:
 * { name } }`.
 */
export class Volumes {
  /**
   * Volume of a ConfigMap's keys.
   *
   * @param name name of the volume
   * @param configMap ConfigMap of cdk8s-plus
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
   * Volume of a Secret's keys.
   *
   * @param name name of the volume
   * @param secret Secret of cdk8s-plus
   * @param options which keys, and how
   */
  public static fromSecret(name: string, secret: kplus.ISecret, options: KeysVolumeOptions = {}): Volume {
    checkArguments('Volumes.fromSecret', name, secret, options);
    return { name, secret: { ...options, secretName: secret.name } };
  }

  /**
   * Volume of a PersistentVolumeClaim.
   *
   * @param name name of the volume
   * @param claim PersistentVolumeClaim of cdk8s-plus
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
