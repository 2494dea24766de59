import { isMap } from '../../object/value-at';
import { type FieldType, structOf } from '../schema/schema';
import { fits } from './misplaced/fits';
import { wordsOf } from './words';

/** A value written out that was given in short, such as a port instead of an object with one. */
export interface ShortForm {
  readonly value: unknown;
  /** Field that is still missing. */
  readonly also?: string;
}

/** What a value may be short for, the likeliest first. */
export function shortForms(value: unknown, type: FieldType, minor: number): readonly ShortForm[] {
  switch (type.form) {
    case 'list':
      return inList(value, type.item, minor);
    case 'struct':
      return inStruct(value, type.struct, minor);
    case 'map':
      return inMap(value, type, minor);
    case 'either':
    case 'scalar':
      return [];
  }
}

function inList(value: unknown, item: FieldType, minor: number): readonly ShortForm[] {
  if (Array.isArray(value) || isMap(value)) return [];
  if (item.form === 'scalar') return isWord(value) && fits(value, item, minor) ? [{ value: [value] }] : [];
  return shortForms(value, item, minor).map((form) => ({ ...form, value: [form.value] }));
}

/** Several words may have been meant to be several items. */
const isWord = (value: unknown) => typeof value === 'string' && /^[^\s,]+$/.test(value);

function inStruct(value: unknown, struct: string, minor: number): readonly ShortForm[] {
  const kind = struct.split('.').at(-1)!;
  if (kind === 'EmptyDirVolumeSource' && (value === true || value === '')) return [{ value: {} }];
  const pattern = typeof value === 'string' ? PATTERNS[kind]?.(value) : undefined;
  if (pattern) return [{ value: pattern }];
  const fields = structOf(struct);
  const short = FIELDS[kind] ?? (fields.size === 1 && fields.has('name') ? name : []);
  return short.flatMap(({ field, also, only }) => {
    const type = fields.get(field)?.type;
    if (!type || (only && (isObject(value) || !only.test(String(value))))) return [];
    if (fits(value, type, minor)) return [{ value: { [field]: value }, also }];
    if (field === 'command' && typeof value === 'string') {
      return [{ value: { command: wordsOf(value, true).meant } }];
    }
    const text = numberOf(value);
    if (text !== undefined && fits(text, type, minor)) return [{ value: { [field]: text }, also }];
    return shortForms(value, type, minor).map((form) => ({ ...form, value: { [field]: form.value } }));
  });
}

/** A map without a prototype has no text. */
const isObject = (value: unknown) => typeof value === 'object' && value !== null;

const numberOf = (value: unknown) =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;

interface FieldOfShortForm {
  readonly field: string;
  readonly also?: string;
  readonly only?: RegExp;
}

const name: readonly FieldOfShortForm[] = [{ field: 'name' }];
const ofKey: readonly FieldOfShortForm[] = [{ field: 'name', also: 'key' }];

/** The fields of structs that people give the value of instead of an object; a name alone is one, too. */
const FIELDS: { readonly [kind: string]: readonly FieldOfShortForm[] } = {
  ContainerPort: [{ field: 'containerPort' }],
  ServicePort: [{ field: 'port', only: /^\d+$/ }],
  NetworkPolicyPort: [{ field: 'port' }],
  EndpointAddress: [{ field: 'ip' }],
  TCPSocketAction: [{ field: 'port' }],
  GRPCAction: [{ field: 'port' }],
  HTTPGetAction: [
    { field: 'path', only: /^\//, also: 'port' },
    { field: 'port', only: /^[^/]+$/ },
  ],
  ExecAction: [{ field: 'command' }],
  SleepAction: [{ field: 'seconds' }],
  LifecycleHandler: [{ field: 'exec' }],
  SecretEnvSource: name,
  ConfigMapEnvSource: name,
  ConfigMapVolumeSource: name,
  SecretKeySelector: ofKey,
  ConfigMapKeySelector: ofKey,
  SecretVolumeSource: [{ field: 'secretName' }],
  PersistentVolumeClaimVolumeSource: [{ field: 'claimName' }],
  HostPathVolumeSource: [{ field: 'path', only: /^\// }],
  ObjectFieldSelector: [{ field: 'fieldPath' }],
  EnvFromSource: [{ field: 'configMapRef' }, { field: 'secretRef' }],
  SeccompProfile: [{ field: 'type' }],
  Capabilities: [{ field: 'add' }, { field: 'drop' }],
  IngressServiceBackend: [{ field: 'name', also: 'port' }],
  ServiceBackendPort: [{ field: 'number' }, { field: 'name', only: /\D/ }],
  LabelSelector: [{ field: 'matchLabels' }],
};

/** Short forms that other programs have. */
const PATTERNS: { readonly [kind: string]: (text: string) => object | undefined } = {
  EnvVar: (text) => {
    const [, variable, value] = /^([A-Za-z_][\w.-]*)=([^]*)$/.exec(text) ?? [];
    return variable === undefined ? undefined : { name: variable, value };
  },
  VolumeMount: (text) => {
    const [, volume, mountPath, readOnly] = /^([a-z0-9-]+):(\/[^:]*)(:ro)?$/.exec(text) ?? [];
    return volume === undefined
      ? undefined
      : { name: volume, mountPath, ...(readOnly ? { readOnly: true } : {}) };
  },
};

/** `a=b,c=d`, or a list of such texts or of maps. */
function inMap(value: unknown, type: FieldType, minor: number): readonly ShortForm[] {
  const parts = (Array.isArray(value) ? (value as unknown[]) : [value]).map((part) =>
    isMap(part) ? part : typeof part === 'string' ? pairsOf(part) : undefined,
  );
  if (!parts.length || parts.some((part) => !part)) return [];
  const entries = parts.flatMap((part) => Object.entries(part!));
  const merged = Object.fromEntries(entries);
  return Object.keys(merged).length === entries.length && fits(merged, type, minor)
    ? [{ value: merged }]
    : [];
}

function pairsOf(text: string): object | undefined {
  const pairs = text.split(',').map((pair) => /^ *([\w./-]+)=([\w.-]*) *$/.exec(pair));
  return pairs.every((pair) => pair)
    ? Object.fromEntries(pairs.map((pair) => [pair![1], pair![2]]))
    : undefined;
}
