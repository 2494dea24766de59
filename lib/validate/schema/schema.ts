import { MINORS } from './minors';
import { KINDS, TYPES } from './table';

import { covers, type MinorRange } from './minor-range';

export { covers, type MinorRange };

/** What a field may hold. */
export type FieldType =
  | { readonly form: 'scalar'; readonly scalar: Scalar }
  | { readonly form: 'list' | 'map'; readonly item: FieldType }
  | { readonly form: 'struct'; readonly struct: string }
  /** An object is the struct, everything else is of the other type. It decodes itself. */
  | { readonly form: 'either'; readonly struct: string; readonly other: FieldType };

export type Scalar =
  | 'string'
  | 'bool'
  | 'int32'
  | 'int64'
  | 'double'
  | 'bytes'
  | 'quantity'
  | 'intOrString'
  | 'time'
  | 'microTime'
  | 'object'
  | 'any';

export interface Field {
  readonly type: FieldType;
  /** Whether the API calls the field required; a server checks it only where it judges the kind. */
  readonly required: boolean;
  readonly minors: MinorRange;
}

export type Struct = ReadonlyMap<string, Field>;

export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Struct that the manifest decodes into. */
  readonly struct: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly minors: MinorRange;
}

export const ALL_MINORS: MinorRange = [MINORS[0], MINORS.at(-1)!];
const SCALARS: ReadonlySet<string> = new Set<Scalar>([
  'string',
  'bool',
  'int32',
  'int64',
  'double',
  'bytes',
  'quantity',
  'intOrString',
  'time',
  'microTime',
  'object',
  'any',
]);

const structs = new Map<string, Struct>();
let lines: Map<string, string> | undefined;
let kinds: Map<string, Kind> | undefined;

/** Predicate for what only some minors have: `exists since Kubernetes 1.34`. */
export function existsIn([first, last]: MinorRange): string {
  if (last === ALL_MINORS[1]) return `is available since Kubernetes 1.${first}`;
  return first === ALL_MINORS[0]
    ? `is available up to Kubernetes 1.${last}`
    : `is available from Kubernetes 1.${first} to 1.${last}`;
}

/** The fields of a struct such as `core.v1.Container`. */
export function structOf(name: string): Struct {
  let struct = structs.get(name);
  if (!struct) structs.set(name, (struct = parseStruct(name)));
  return struct;
}

/** Whether a struct has been defined or looked at. */
export const isStruct = (name: string) => structs.has(name);

/** Defines a struct that Kubernetes' API does not have: a name with a space is none of its own. */
export const defineStruct = (name: string, struct: Struct) => void structs.set(name, struct);

/** The kind of any minor; undefined for one that no known minor has. */
export function kindOf(apiVersion: string, kind: string): Kind | undefined {
  return allKinds().get(`${apiVersion} ${kind}`);
}

/** Every kind of every minor by `apiVersion kind`. */
export function allKinds(): ReadonlyMap<string, Kind> {
  kinds ??= new Map(
    KINDS.map((line) => {
      const [apiVersion, kind, struct, plural, scope, minors] = line.split(' ');
      return [
        `${apiVersion} ${kind}`,
        { apiVersion, kind, struct, plural, namespaced: scope === 'namespaced', minors: parseRange(minors) },
      ];
    }),
  );
  return kinds;
}

function parseStruct(name: string): Struct {
  lines ??= new Map(TYPES.map((line) => [line.slice(0, line.indexOf(' ')), line]));
  const line = lines.get(name);
  if (line === undefined) throw new Error(`no struct is called ${name}`);
  return new Map(line.split(' ').slice(1).filter(Boolean).map(parseField));
}

function parseField(text: string): [string, Field] {
  const [, name, type, required, minors] = /^([^=]+)=([^!@]+)(!?)(@.*)?$/.exec(text)!;
  return [name, { type: parseType(type), required: required === '!', minors: parseRange(minors) }];
}

function parseType(expression: string): FieldType {
  if (expression.startsWith('[]')) return { form: 'list', item: parseType(expression.slice(2)) };
  if (expression.startsWith('{}')) return { form: 'map', item: parseType(expression.slice(2)) };
  const bar = expression.indexOf('|');
  if (bar > 0) {
    const other = parseType(expression.slice(bar + 1));
    return { form: 'either', struct: expression.slice(0, bar), other };
  }
  if (SCALARS.has(expression)) return { form: 'scalar', scalar: expression as Scalar };
  return { form: 'struct', struct: expression };
}

function parseRange(text: string | undefined): MinorRange {
  if (!text) return ALL_MINORS;
  const [first, last] = text.slice(1).split('-').map(Number);
  return [first, last];
}

/**
 * The kind that a minor has, written in small letters, which kubectl takes for it
 * (restmapper.NewDiscoveryRESTMapper, client-go 1.36).
 */
export function kindInLowerCase(apiVersion: string, kind: string, minor: number): Kind | undefined {
  if (kind !== kind.toLowerCase()) return undefined;
  return [...allKinds().values()].find(
    (known) =>
      known.apiVersion === apiVersion && known.kind.toLowerCase() === kind && covers(known.minors, minor),
  );
}
