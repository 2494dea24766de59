import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  opaque,
  STRING,
  UINT,
} from '../../lib/cel';
import { Dictionary, ListValue } from '../../lib/cel/values/collections';
import { TypeValue, Uint } from '../../lib/cel/values/scalars';
import type { Value } from '../../lib/cel/values/value';
import { DURATION, TIMESTAMP, typeOf, typeParam } from '../../lib/cel/types';

/** A type of the test cases (cel.expr.Type as JSON). */
export interface ProtoType {
  readonly primitive?: string;
  readonly wellKnown?: string;
  readonly null?: null;
  readonly dyn?: object;
  readonly listType?: { readonly elemType?: ProtoType };
  readonly mapType?: { readonly keyType?: ProtoType; readonly valueType?: ProtoType };
  readonly type?: ProtoType;
  readonly typeParam?: string;
  readonly abstractType?: { readonly name: string; readonly parameterTypes?: readonly ProtoType[] };
}

const PRIMITIVES: { readonly [name: string]: CelType } = {
  BOOL,
  BYTES,
  DOUBLE,
  INT64: INT,
  STRING,
  UINT64: UINT,
};
const WELL_KNOWN: { readonly [name: string]: CelType } = { DURATION, TIMESTAMP, ANY: DYN };

/** The type; undefined if it is one of Protocol Buffers. */
export function typeFrom(type: ProtoType | undefined): CelType | undefined {
  if (!type || type.dyn) return DYN;
  if (type.primitive) return PRIMITIVES[type.primitive];
  if (type.wellKnown) return WELL_KNOWN[type.wellKnown];
  if (type.null === null) return NULL;
  if (type.typeParam) return typeParam(type.typeParam);
  return compoundFrom(type);
}

function compoundFrom({ listType, mapType, type, abstractType }: ProtoType): CelType | undefined {
  if (listType) return compound([listType.elemType], ([item]) => listOf(item));
  if (mapType) return compound([mapType.keyType, mapType.valueType], ([key, value]) => mapOf(key, value));
  if (type) return compound([type], ([inner]) => typeOf(inner));
  if (!abstractType) return undefined;
  return compound(abstractType.parameterTypes ?? [], (params) => opaque(abstractType.name, ...params));
}

function compound(
  inner: readonly (ProtoType | undefined)[],
  make: (types: CelType[]) => CelType,
): CelType | undefined {
  const types = inner.map(typeFrom);
  return types.includes(undefined) ? undefined : make(types as CelType[]);
}

/** A value of the test cases (cel.expr.Value as JSON). */
export interface ProtoValue {
  readonly int64Value?: string;
  readonly uint64Value?: string;
  readonly doubleValue?: number | string;
  readonly stringValue?: string;
  readonly bytesValue?: string;
  readonly boolValue?: boolean;
  readonly nullValue?: null;
  readonly typeValue?: string;
  readonly listValue?: { readonly values?: readonly ProtoValue[] };
  readonly mapValue?: {
    readonly entries?: readonly { readonly key: ProtoValue; readonly value: ProtoValue }[];
  };
  readonly objectValue?: object;
}

export function valueFrom(value: ProtoValue): Value {
  if (value.int64Value !== undefined) return BigInt(value.int64Value);
  if (value.uint64Value !== undefined) return new Uint(BigInt(value.uint64Value));
  if (value.doubleValue !== undefined) return Number(value.doubleValue);
  if (value.bytesValue !== undefined) return Buffer.from(value.bytesValue, 'base64');
  if (value.typeValue !== undefined) return new TypeValue(value.typeValue);
  if (value.listValue) return new ListValue((value.listValue.values ?? []).map(valueFrom));
  if (value.mapValue) {
    return new Dictionary(
      (value.mapValue.entries ?? []).map((entry) => [valueFrom(entry.key), valueFrom(entry.value)]),
    );
  }
  return value.stringValue ?? value.boolValue ?? null;
}
