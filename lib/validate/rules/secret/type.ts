import { fieldOf, isMap } from '../../../object/value-at';
import type { Field } from '../../field';
import { jsonProblem } from '../../../go/json';
import { jsonTypeOf } from '../../../go/sorted-keys';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta, Secret } from '../../schema/types';
import { placeOf, type SecretEntries } from './entries';

const ACCOUNT = 'kubernetes.io/service-account.name';

export interface TypedSecret {
  readonly secret: Secret;
  readonly entries: SecretEntries;
}

/** What the type of a Secret asks for: ValidateSecret, pkg/apis/core/validation 1.30 to 1.37. */
export const SECRET_TYPE = defineRule<Rule<TypedSecret>>({
  id: 'secret-type',
  stage: 'judge',
  mistake: 'a Secret without the keys that its type requires, or with a malformed Docker configuration',
  suggestion: 'add the key in the message, or use another type',
  judge(subject, at) {
    const { type, metadata = {} } = subject.secret;
    const keys = fieldOf(KEYS, type ?? '') as Keys | undefined;
    if (type === 'kubernetes.io/service-account-token') judgeAccount(metadata, at.field('metadata'));
    else if (keys) requireKeys(keys, subject, at);
    else if (type === 'kubernetes.io/dockercfg') judgeDocker('.dockercfg', subject, at);
    else if (type === 'kubernetes.io/dockerconfigjson') judgeDocker('.dockerconfigjson', subject, at);
  },
});

interface Keys {
  readonly keys: readonly string[];
  /** Whether one of them is enough. */
  readonly any?: true;
  /** Whether its value must not be empty. */
  readonly filled?: true;
}

const KEYS: { readonly [type: string]: Keys } = {
  'kubernetes.io/basic-auth': { keys: ['username', 'password'], any: true },
  'kubernetes.io/ssh-auth': { keys: ['ssh-privatekey'], filled: true },
  'kubernetes.io/tls': { keys: ['tls.crt', 'tls.key'] },
};

/** The controller adds the token. */
function judgeAccount({ annotations }: ObjectMeta, at: Field): void {
  if (annotations?.[ACCOUNT]) return;
  at.field('annotations')
    .key(ACCOUNT)
    .required('', { suggestion: `name the ServiceAccount in the annotation ${ACCOUNT}` });
}

function requireKeys({ keys, any, filled }: Keys, { secret, entries }: TypedSecret, at: Field): void {
  const missing = keys.filter(
    (key) => !Object.hasOwn(entries, key) || (filled && !entries[key].bytes.length),
  );
  if (any && missing.length < keys.length) return;
  for (const key of missing) requireKey(key, secret, at);
}

/** Shown where the Secret has its data, or at its type, if it has none. */
function requireKey(key: string, { data, stringData }: Secret, at: Field): void {
  const place = data ? at.field('data').key(key) : stringData ? at.field('stringData').key(key) : undefined;
  at.field('data')
    .key(key)
    .shownAt(place ?? at.field('type'))
    .required('', { suggestion: `add ${key}` });
}

/** A configuration is only parsed: what it says is not looked at. */
function judgeDocker(key: string, { secret, entries }: TypedSecret, at: Field): void {
  if (!Object.hasOwn(entries, key)) return requireKey(key, secret, at);
  const { bytes } = entries[key];
  const problem = jsonProblem(bytes) ?? misfit(bytes.toString());
  if (!problem) return;
  placeOf(key, entries[key], at).invalid('<secret contents redacted>', problem, {
    suggestion: 'use the content of a Docker configuration file, which is a JSON object',
  });
}

/** What json.Unmarshal says of JSON that does not fit into a map; null does. */
function misfit(text: string): string | undefined {
  const value: unknown = JSON.parse(text);
  if (value === null) return undefined;
  if (isMap(value)) return hugeNumber(text);
  return `json: cannot unmarshal ${jsonTypeOf(value)} into Go value of type map[string]interface {}`;
}

const STRING = /"(?:[^"\\]|\\.)*"/g;
const NUMBER = /-?\d[-+.\deE]*/g;

/** A number that no float64 holds. */
function hugeNumber(text: string): string | undefined {
  const numbers = text.replace(STRING, '').match(NUMBER) ?? [];
  const huge = numbers.find((number) => !Number.isFinite(Number(number)));
  return huge && `json: cannot unmarshal number ${huge} into Go value of type float64`;
}
