import { compareBytes, quote } from '../../../go/format';
import { strictEnvName } from '../../../apimachinery/keys';
import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';
import type { TypedManifest } from '../../manifests/typed';
import type { Container, EnvVar } from '../../change/pod-spec';

/** Changes to environment variables of containers. */
export interface EnvChange {
  readonly set: readonly EnvVar[];
  readonly removed: readonly string[];
}

/**
 * Whether an argument is a change, not the name of a resource (SplitEnvironmentFromResources, kubectl 1.36).
 */
export const isEnvChange = (text: string) => text.indexOf('=', 1) > 0 || text.endsWith('-');

/** Reads `NAME=value`, `NAME-` and, for the lines of standard input, `-` (parseIntoEnvVar, kubectl 1.36). */
export function parseEnv(
  texts: readonly string[],
  stdin: () => string,
): EnvChange & { readonly fromStdin: boolean } {
  const [set, removed]: [EnvVar[], string[]] = [[], []];
  for (const text of texts) {
    if (text === '-') set.push(...envLines(stdin()));
    else if (text.includes('=')) set.push(envVar(text));
    else if (text.endsWith('-')) removed.push(text.slice(0, -1));
    else throw new KubectlError(`unknown environment variable: ${text}`);
  }
  const given = new Set(
    texts.filter((text) => text.includes('=')).map((text) => text.slice(0, text.indexOf('='))),
  );
  if (removed.some((name) => given.has(name))) {
    throw new KubectlError(
      'can not both modify and remove the same environment variable in the same command',
    );
  }
  return { set, removed, fromStdin: texts.includes('-') };
}

function envVar(text: string): EnvVar {
  const at = text.indexOf('=');
  const name = text.slice(0, at);
  const problems = strictEnvName(name);
  if (problems.length) {
    throw new KubectlError(`${quote(name)} is not a valid key name: ${problems.join(';')}`);
  }
  return { name, value: text.slice(at + 1) };
}

/** Lines as env prints them; what follows a `#` is no part of one. */
function envLines(text: string): EnvVar[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, '').split('#')[0]);
  return lines
    .filter((line) => line.includes('='))
    .map((line) => ({ name: line.slice(0, line.indexOf('=')), value: line.slice(line.indexOf('=') + 1) }));
}

/**
 * Variables for the keys of a ConfigMap or a Secret (RunEnv, kubectl 1.36).
 *
 * @param keys those to take; all where there are none
 * @param warn takes what is said of names that are no variables'
 */
export function envOf(
  { struct, name, object }: TypedManifest,
  keys: readonly string[],
  warn: (text: string) => void,
): EnvVar[] {
  const reference = REFERENCES[struct];
  if (!reference) throw new KubectlError('unsupported resource specified in --from');
  const wanted = Object.keys((object.data ?? {}) as JsonObject)
    .sort(compareBytes)
    .filter((key) => !keys.length || keys.includes(key));
  return wanted.map((key) => ({ name: envNameOf(key, warn), valueFrom: { [reference]: { name, key } } }));
}

const REFERENCES: { readonly [struct: string]: 'secretKeyRef' | 'configMapKeyRef' | undefined } = {
  'core.v1.Secret': 'secretKeyRef',
  'core.v1.ConfigMap': 'configMapKeyRef',
};

function envNameOf(key: string, warn: (text: string) => void): string {
  const name = key.replace(/[^a-zA-Z0-9_]/gu, '_').toUpperCase();
  if (name !== key) warn(`key ${key} transferred to ${name}`);
  return name;
}

/**
 * Changes the variables of a container: a new value stands in the place of the old one (updateEnv, kubectl
 * 1.36).
 */
export function setEnv(container: Container, { set, removed }: EnvChange): void {
  const covered = new Set(removed);
  const result: EnvVar[] = [];
  const put = (variable: EnvVar) => {
    covered.add(variable.name ?? '');
    result.push(variable);
  };
  for (const old of container.env ?? []) {
    if (covered.has(old.name ?? '')) continue;
    const newer = findVariable(set, old.name);
    if (newer) put(newer);
    else result.push(old);
  }
  for (const variable of set) if (!covered.has(variable.name ?? '')) put(variable);
  container.env = result;
}

const findVariable = (variables: readonly EnvVar[], wanted = '') =>
  variables.find(({ name = '' }) => name === wanted);

/** Refuses to give a variable another value (validateNoOverwrites, kubectl 1.36). */
export function checkEnvKept({ env = [] }: Container, { set }: EnvChange): void {
  for (const { name, value = '' } of set) {
    const current = findVariable(env, name);
    if (current && (current.value ?? '') !== value) {
      throw new KubectlError(
        `'${name}' already has a value (${current.value ?? ''}), and --overwrite is false`,
      );
    }
  }
}
