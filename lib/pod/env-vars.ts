import type * as kplus from 'cdk8s-plus-28';
import type { EnvFromSource, EnvVar } from '../k8s';
import { checkArguments } from '../options/check';

/** Options of an environment variable that comes of a key. */
export interface EnvKeyOptions {
  /**
   * Whether the container starts without the variable where the object or the key is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of environment variables that come of all keys of an object. */
export interface EnvKeysOptions {
  /**
   * What the names of the variables begin with, before the key.
   *
   * @default - nothing
   */
  readonly prefix?: string;

  /**
   * Whether the container starts without the variables where the object is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Environment variables of objects that cdk8s-plus made. */
export class EnvVars {
  /**
   * Variable of one key of a ConfigMap, for `env`.
   *
   * @param name name of the variable
   * @param configMap ConfigMap of cdk8s-plus
   * @param key key of the ConfigMap
   * @param options what to do without it
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
   * Variable of one key of a Secret, for `env`.
   *
   * @param name name of the variable
   * @param secret Secret of cdk8s-plus
   * @param key key of the Secret
   * @param options what to do without it
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
   * Variables of all keys of a ConfigMap, for `envFrom`.
   *
   * @param configMap ConfigMap of cdk8s-plus
   * @param options names of the variables, and what to do without it
   */
  public static allFromConfigMap(configMap: kplus.IConfigMap, options: EnvKeysOptions = {}): EnvFromSource {
    checkArguments('EnvVars.allFromConfigMap', configMap, options);
    const { prefix, ...rest } = options;
    return { ...(prefix === undefined ? {} : { prefix }), configMapRef: { ...rest, name: configMap.name } };
  }

  /**
   * Variables of all keys of a Secret, for `envFrom`.
   *
   * @param secret Secret of cdk8s-plus
   * @param options names of the variables, and what to do without it
   */
  public static allFromSecret(secret: kplus.ISecret, options: EnvKeysOptions = {}): EnvFromSource {
    checkArguments('EnvVars.allFromSecret', secret, options);
    const { prefix, ...rest } = options;
    return { ...(prefix === undefined ? {} : { prefix }), secretRef: { ...rest, name: secret.name } };
  }

  private constructor() {}
}
