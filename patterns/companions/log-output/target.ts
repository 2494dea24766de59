import type { EnvVar, SecretKeySelector } from '../../../lib/k8s';
import { secretEnv } from '../base/option-check';
import type {
  LogElasticsearchOptions,
  LogHttpOptions,
  LogLokiOptions,
  LogS3Options,
  LogServerOptions,
} from './options';

/** What an output is. */
export type LogTarget =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'http'; readonly options: LogHttpOptions }
  | { readonly kind: 'loki'; readonly options: LogLokiOptions }
  | { readonly kind: 'elasticsearch'; readonly options: LogElasticsearchOptions }
  | { readonly kind: 's3'; readonly options: LogS3Options };

/** A login in a configuration: secrets are references to variables. */
export interface Login {
  readonly username?: string;
  readonly password?: string;
  readonly bearerToken?: string;
}

interface LoginOptions extends LogServerOptions {
  readonly bearerToken?: SecretKeySelector;
}

/** Begins the name of each variable that a configuration refers to. */
export const VARIABLE = 'OUTPUT_';

const variable = (index: number, what: string) => `${VARIABLE}${index}_${what}`;
const reference = (name: string) => '${' + name + '}';

export function loginOf(index: number, { username, password, bearerToken }: LoginOptions): Login {
  return {
    username,
    ...(password ? { password: reference(variable(index, 'PASSWORD')) } : {}),
    ...(bearerToken ? { bearerToken: reference(variable(index, 'TOKEN')) } : {}),
  };
}

/** The variables that hold the secrets of an output. */
export function secretsOf(target: LogTarget, index: number): EnvVar[] {
  if (target.kind === 'stdout') return [];
  if (target.kind === 's3') {
    const { accessKeyId, secretAccessKey } = target.options;
    return accessKeyId && secretAccessKey
      ? [secretEnv('AWS_ACCESS_KEY_ID', accessKeyId), secretEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey)]
      : [];
  }
  const { password, bearerToken }: LoginOptions = target.options;
  return [
    ...(password ? [secretEnv(variable(index, 'PASSWORD'), password)] : []),
    ...(bearerToken ? [secretEnv(variable(index, 'TOKEN'), bearerToken)] : []),
  ];
}
