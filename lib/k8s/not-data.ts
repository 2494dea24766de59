import { SECONDS } from './seconds';
import { isClass } from '../text/display-value';

type Members = { readonly [member: string]: unknown };

/** Suggestions for values that are not data; the first match is used. */
const SUGGESTIONS: readonly (readonly [
  is: (members: Members, path: readonly string[]) => boolean,
  suggestion: string,
])[] = [
  [
    (members, path) => path.length === 1 && 'node' in members,
    'use the rendered object: ….apiObject.toJson()',
  ],
  [has('applyTo'), 'patterns belong in "patterns" of the Pod'],
  [
    (members, path) => has('toSeconds')(members) && SECONDS.test(path.at(-1)!),
    'it is not a whole number of seconds',
  ],
  [has('toSeconds'), 'a Duration can only be used for a number of seconds'],
  [has('toMebibytes'), 'a Size can only be used for an amount of bytes, as in resources.limits.memory'],
  [
    (members) => nameOf(members) === 'Cpu',
    'a Cpu can only be used for an amount of CPU, as in resources.requests.cpu',
  ],
  [
    (members) => nameOf(members) === 'Probe',
    'use Probe.httpGet(…), tcpSocket, exec or grpc from cdk8s-pod-patterns',
  ],
  [(_, path) => path.at(-2) === 'imagePullSecrets', 'use { name: ….name }'],
  [(_, path) => path.at(-2) === 'envFrom', 'use EnvVars.allFromSecret(…) or EnvVars.allFromConfigMap(…)'],
  [
    (_, path) => path.at(-2) === 'volumeMounts' || path.at(-1) === 'volume',
    'set "name" to the name of a volume, and "mountPath" to the path',
  ],
  [(members) => typeof members.name === 'string' && 'node' in members, 'use its name: ….name'],
  [has('then'), 'await it first: await …'],
  [has('toISOString'), 'use ….toISOString()'],
  [(members) => typeof members.href === 'string', 'use ….href'],
  [(members) => members instanceof Map, 'use Object.fromEntries(…)'],
  [(members) => members instanceof Set, 'use [...…]'],
  [(members) => members instanceof Uint8Array, 'use ….toString()'],
];

function has(method: string) {
  return (members: Members) => typeof members[method] === 'function';
}

const nameOf = (members: object): string => String(members.constructor?.name ?? 'no class');

/** Message for a value that a manifest cannot contain, with a suggestion. */
export function notDataText(value: unknown, path: readonly string[]): string {
  const suggestion = suggestionFor(value, path);
  return `${fieldPath(path)} is ${kindOf(value)}: a manifest can only contain plain values${suggestion ? `; ${suggestion}` : ''}`;
}

function suggestionFor(value: unknown, path: readonly string[]): string | undefined {
  if (typeof value === 'function') return isClass(value) ? undefined : 'call it: …()';
  if (typeof value === 'bigint') return `write ${value}`;
  if (typeof value !== 'object' || value === null) return undefined;
  return SUGGESTIONS.find(([is]) => is(value as Members, path))?.[1];
}

function kindOf(value: unknown): string {
  if (typeof value === 'object') return `an instance of ${nameOf(value!)}`;
  if (typeof value === 'number') return String(value);
  return isClass(value) ? `the class ${value.name}` : `a ${typeof value}`;
}

/** As Kubernetes writes it: `spec.containers[0].image`. */
const fieldPath = (path: readonly string[]) =>
  path.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : `${index ? '.' : ''}${key}`)).join('');
