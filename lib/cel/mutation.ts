import type { Library } from './functions/declare';
import { typed } from './functions/declare';
import { type CelType, DYN, STRING, struct } from './types';
import { List, MapValue } from './values/collections';
import { Uint } from './values/scalars';
import { Duration, Timestamp } from './values/time';
import { CelObject, fail, isEqual, show, typeNameOf, type Value } from './values/value';

/** `Object.spec{…}`: an object of Kubernetes, or a part of one, whose fields may have any names. */
const OBJECT = 'Object';

export const JSON_PATCH: CelType = struct(
  'JSONPatch',
  new Map([
    ['op', STRING],
    ['path', STRING],
    ['from', STRING],
    ['value', DYN],
  ]),
);

export const APPLY_CONFIGURATION: CelType = { ...struct(OBJECT), isOpen: true };

/** The types that expressions of a MutatingAdmissionPolicy make objects of (mutation.DynamicTypeResolver). */
export function patchTypeNamed(name: string): CelType | undefined {
  if (name === JSON_PATCH.name) return JSON_PATCH;
  if (name === OBJECT) return APPLY_CONFIGURATION;
  return name.startsWith(`${OBJECT}.`) ? { ...struct(name), isOpen: true } : undefined;
}

const ESCAPES: { readonly [character: string]: string } = { '/': '~1', '~': '~0' };

/** What those expressions may call besides (library.JSONPatch). */
export const PATCH_FUNCTIONS: readonly Library[] = [
  typed({
    'jsonpatch.escapeKey(string) -> string': (key: string) =>
      key.replace(/[/~]/g, (character) => ESCAPES[character]),
  }),
];

/** An object that an expression makes. */
export class MadeObject extends CelObject {
  constructor(
    readonly typeName: string,
    private readonly fields: ReadonlyMap<string, Value>,
  ) {
    super();
  }

  override get isZero(): boolean {
    return this.fields.size === 0;
  }

  get entries(): readonly (readonly [name: string, value: Value])[] {
    return [...this.fields];
  }

  field(name: string): Value | undefined {
    return this.fields.get(name);
  }

  equals(other: Value): boolean {
    if (!(other instanceof MadeObject) || other.typeName !== this.typeName) return false;
    return (
      this.fields.size === other.fields.size &&
      this.entries.every(([name, value]) => {
        const found = other.field(name);
        return found !== undefined && isEqual(value, found);
      })
    );
  }

  toString(): string {
    return `${this.typeName}{${this.entries.map(([name, value]) => `${name}: ${show(value)}`).join(', ')}}`;
  }
}

/** An operation of a JSON patch (RFC 6902). */
export interface JsonPatchOperation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/**
 * The operations of a value of type `list(JSONPatch)`.
 *
 * @throws CelEvaluationError if a value has no JSON, or its types do not match its fields
 */
export const patchOf = (value: Value): JsonPatchOperation[] =>
  value instanceof List ? value.items.map(operationOf) : noPatch();

const noPatch = (): never => fail('type mismatch: JSONPatchType.expression should evaluate to array');

function operationOf(item: Value): JsonPatchOperation {
  if (!(item instanceof MadeObject)) return noPatch();
  const text = (name: string) => String(item.field(name) ?? '');
  const value = item.field('value');
  if (value !== undefined) judgeTypeNames(value);
  return {
    op: text('op'),
    path: text('path'),
    ...(text('from') && { from: text('from') }),
    ...(value !== undefined && { value: jsonOf(value) }),
  };
}

/**
 * The fields of a value of type `Object`, to be merged into an object.
 *
 * @throws CelEvaluationError if a value has no JSON, or its types do not match its fields
 */
export function configurationOf(value: Value): { readonly [name: string]: unknown } {
  judgeTypeNames(value);
  return jsonOf(value) as { readonly [name: string]: unknown };
}

function judgeTypeNames(value: Value): void {
  if (!(value instanceof MadeObject)) return;
  const problems = typeNameProblems(value, value.typeName);
  if (problems.length) fail(`type mismatch: ${problems.join('\n')}`);
}

/** Where a part is not of the type that its path says: `Object.spec` within `spec` of an `Object`. */
function typeNameProblems(value: Value, path: string): string[] {
  if (value instanceof List) return value.items.flatMap((item) => typeNameProblems(item, path));
  if (value instanceof MapValue) {
    return value.keys().flatMap((key) => typeNameProblems(value.find(key)!, path));
  }
  if (!(value instanceof MadeObject)) return [];
  const rule = 'which matches field name path from root Object type';
  const own =
    value.typeName === path ? [] : [`unexpected type name "${value.typeName}", expected "${path}", ${rule}`];
  return [...own, ...value.entries.flatMap(([name, inner]) => typeNameProblems(inner, `${path}.${name}`))];
}

function jsonOf(value: Value): unknown {
  if (value instanceof List) return value.items.map(jsonOf);
  if (value instanceof MapValue) {
    return Object.fromEntries(value.keys().map((key) => [textOfKey(key), jsonOf(value.find(key)!)]));
  }
  if (value instanceof MadeObject) {
    return Object.fromEntries(value.entries.map(([name, inner]) => [name, jsonOf(inner)]));
  }
  return scalarJson(value);
}

const textOfKey = (key: Value): string =>
  typeof key === 'string' ? key : fail(`map key ${show(key)} is of type ${typeNameOf(key)}, not string`);

/** Integers that a double cannot hold are texts, as in Protocol Buffers. */
function scalarJson(value: Value): unknown {
  if (value instanceof Uint) return scalarJson(value.value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Timestamp) return value.text;
  if (value instanceof Duration) return value.seconds;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return value instanceof CelObject ? fail(`type ${typeNameOf(value)} has no JSON`) : value;
}
