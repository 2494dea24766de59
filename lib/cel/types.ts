/** Kinds of types, as cel-go tells them apart. */
export type Kind =
  | 'bool'
  | 'bytes'
  | 'double'
  | 'dyn'
  | 'duration'
  | 'error'
  | 'int'
  | 'list'
  | 'map'
  | 'null'
  | 'opaque'
  | 'param'
  | 'string'
  | 'struct'
  | 'timestamp'
  | 'type'
  | 'uint';

/** A static type of CEL. */
export interface CelType {
  readonly kind: Kind;
  /** Its name as `type(x)` shows it. */
  readonly name: string;
  readonly params: readonly CelType[];
  /** The fields of a struct; absent if nothing is known of them. */
  readonly fields?: ReadonlyMap<string, CelType>;
  /** Whether a struct may have any field. */
  readonly isOpen?: boolean;
}

const simple = (kind: Kind, name: string = kind): CelType => ({ kind, name, params: [] });

export const BOOL = simple('bool');
export const BYTES = simple('bytes');
export const DOUBLE = simple('double');
export const DURATION = simple('duration', 'google.protobuf.Duration');
export const DYN = simple('dyn');
export const ERROR = simple('error', '!error!');
export const INT = simple('int');
export const NULL = simple('null', 'null_type');
export const STRING = simple('string');
export const TIMESTAMP = simple('timestamp', 'google.protobuf.Timestamp');
export const TYPE = simple('type');
export const UINT = simple('uint');

export const listOf = (item: CelType): CelType => ({ kind: 'list', name: 'list', params: [item] });
export const mapOf = (key: CelType, value: CelType): CelType => ({
  kind: 'map',
  name: 'map',
  params: [key, value],
});
export const opaque = (name: string, ...params: CelType[]): CelType => ({ kind: 'opaque', name, params });
export const optionalOf = (value: CelType): CelType => opaque(OPTIONAL, value);
export const typeOf = (type: CelType): CelType => ({ kind: 'type', name: 'type', params: [type] });
export const typeParam = (name: string): CelType => simple('param', name);
export const struct = (name: string, fields?: ReadonlyMap<string, CelType>): CelType => ({
  kind: 'struct',
  name,
  params: [],
  fields,
});

export const OPTIONAL = 'optional_type';
export const isOptional = ({ kind, name }: CelType) => kind === 'opaque' && name === OPTIONAL;
export const isDyn = ({ kind }: CelType) => kind === 'dyn';
export const isDynOrError = ({ kind }: CelType) => kind === 'dyn' || kind === 'error';

/** The value of an optional, or the type itself. */
export const unwrapped = (type: CelType): CelType => (isOptional(type) ? type.params[0] : type);

export function isExactly(one: CelType, other: CelType): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind || one.name !== other.name) return false;
  const { params } = one;
  if (params.length !== other.params.length) return false;
  return params.every((param, index) => isExactly(param, other.params[index]));
}

const SHOWN: { readonly [kind in Kind]?: string } = {
  duration: 'duration',
  error: '!error!',
  null: 'null',
  timestamp: 'timestamp',
};

/** A type as cel-go's messages show it (checker.FormatCELType). */
export function formatType(type: CelType): string {
  const { kind, name, params } = type;
  if (SHOWN[kind] !== undefined) return SHOWN[kind];
  return params.length ? `${name}(${params.map(formatType).join(', ')})` : name;
}
