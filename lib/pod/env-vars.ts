import type * as kplus from 'cdk8s-plus-28';
import type { EnvFromSource, EnvVar } from '../k8s';
import { checkArguments } from '../options/check';

/** Options of an environment variable from a key. */
export interface EnvKeyOptions {
  /**
   * Whether the container starts without the variable if the object or key is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of environment variables from all keys of an object. */
export interface EnvKeysOptions {
  /**
   * Prefix of the variable names.
   *
   * @default - nothing
   */
  readonly prefix?: string;

  /**
   * Whether the container starts without the variables if the object is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Environment variables from cdk8s-plus objects. */
export class EnvVars {
  /**
   * Creates a variable from one key of a ConfigMap, for `env`.
   *
   * @param name name of the variable
   * @param configMap cdk8s-plus ConfigMap
   * @param key key of the ConfigMap
   * @param options whether it is optional
   */
  public static fromConfigMap(
    name: string,
    configMap: kplus.IConfigMap,
    key: string,
    options: EnvKeyOptions = {},
  ): EnvVar {
    checkArguments('EnvVars.fromConfigMap', name, configMap, key, options);
    return { name, valueFrom: { configMapKeyRef: { ...options, name: configMap.name, key } } };
  }

  /**
   * Creates a variable from one key of a Secret, for `env`.
   *
   * @param name name of the variable
   * @param secret cdk8s-plus Secret
   * @param key key of the Secret
   * @param options whether it is optional
   */
  public static fromSecret(
    name: string,
    secret: kplus.ISecret,
    key: string,
    options: EnvKeyOptions = {},
  ): EnvVar {
    checkArguments('EnvVars.fromSecret', name, secret, key, options);
    return { name, valueFrom: { secretKeyRef: { ...options, name: secret.name, key } } };
  }

  /**
   * Creates variables from all keys of a ConfigMap, for `envFrom`.
   *
   * @param configMap cdk8s-plus ConfigMap
   * @param options prefix of the variable names, and whether it is optional
   */
  public static allFromConfigMap(configMap: kplus.IConfigMap, options: EnvKeysOptions = {}): EnvFromSource {
    checkArguments('EnvVars.allFromConfigMap', configMap, options);
    const { prefix, ...rest } = options;
    return { ...(prefix === undefined ? {} : { prefix }), configMapRef: { ...rest, name: configMap.name } };
  }

  /**
   * Creates variables from all keys of a Secret, for `envFrom`.
   *
   * @param secret cdk8s-plus Secret
   * @param options prefix of the variable names, and whether it is optional
   */
  public static allFromSecret(secret: kplus.ISecret, options: EnvKeysOptions = {}): EnvFromSource {
    checkArguments('EnvVars.allFromSecret', secret, options);
    const { prefix, ...rest } = options;
    return { ...(prefix === undefined ? {} : { prefix }), secretRef: { ...rest, name: secret.name } };
  }

  private constructor() {}
}
