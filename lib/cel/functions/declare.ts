import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  opaque,
  STRING,
  struct,
  TIMESTAMP,
  TYPE,
  typeOf,
  typeParam,
  UINT,
} from '../types';
import { fail, typeNameOf, type Value } from '../values/value';

// Arguments have the types of the signature: the interpreter sees to that.
export type Implementation = (...args: any[]) => Value;

export interface Overload {
  readonly isMember: boolean;
  /** Types of the arguments; of a method, the first is that of its target. */
  readonly params: readonly CelType[];
  readonly result: CelType;
  readonly typeParams: readonly string[];
  readonly run: Implementation;
  /** Whether arguments are of the declared types before it runs. */
  readonly isGuarded: boolean;
}

export interface Declaration {
  readonly name: string;
  readonly overloads: readonly Overload[];
}

/** Overloads of a function by their signatures, such as `string.charAt(int) -> string`. */
export type Library = ReadonlyMap<string, readonly Source[]>;

interface Source {
  readonly signature: string;
  readonly run: Implementation;
  readonly isGuarded: boolean;
}

const HEAD = /^(?:(.*)\.)?([^.()]+)\($/;

/** Functions whose arguments are of the declared types. */
export const typed = (functions: { readonly [signature: string]: Implementation }): Library =>
  library(Object.entries(functions).map(([signature, run]) => ({ signature, run, isGuarded: true })));

/** Overloads with one implementation, which says itself what it does not take. */
export const untyped = (run: Implementation, ...signatures: string[]): Library =>
  library(signatures.map((signature) => ({ signature, run, isGuarded: false })));

function library(sources: readonly Source[]): Library {
  const byName = new Map<string, Source[]>();
  for (const source of sources) {
    const name = nameOf(source.signature);
    const found = byName.get(name);
    if (found) found.push(source);
    else byName.set(name, [source]);
  }
  return byName;
}

/** Names with a namespace are those of no type. */
const NAMESPACES = /^(?:optional|sets|strings|lists|format|cel|ip|jsonpatch)\.[@\w]+$/;

function headOf(signature: string): { readonly target?: string; readonly name: string } {
  const head = signature.slice(0, openOf(signature) + 1);
  const whole = head.slice(0, -1);
  if (NAMESPACES.test(whole)) return { name: whole };
  const match = HEAD.exec(head);
  return match && !/^[_!-]/.test(whole) ? { target: match[1], name: match[2] } : { name: whole };
}

const nameOf = (signature: string) => headOf(signature).name;

/** The parenthesis that opens the arguments. */
function openOf(signature: string): number {
  let depth = 0;
  for (let at = signature.lastIndexOf(') ->'); ; at--) {
    if (signature[at] === ')') depth++;
    if (signature[at] === '(' && --depth === 0) return at;
  }
}

/** All the functions of some libraries, declared. */
export function declare(name: string, libraries: readonly Library[]): Declaration | undefined {
  const sources = libraries.flatMap((library) => library.get(name) ?? []);
  if (!sources.length) return undefined;
  return { name, overloads: sources.map(overloadOf) };
}

function overloadOf({ signature, run, isGuarded }: Source): Overload {
  const { target } = headOf(signature);
  const open = openOf(signature);
  const close = signature.lastIndexOf(') ->');
  const texts = [...(target === undefined ? [] : [target]), ...splitTypes(signature.slice(open + 1, close))];
  const typeParams = new Set<string>();
  return {
    isMember: target !== undefined,
    params: texts.map((text) => parseType(text, typeParams)),
    result: parseType(signature.slice(close + 5), typeParams),
    typeParams: [...typeParams],
    run,
    isGuarded,
  };
}

const NAMED = new Map<string, CelType>(
  [BOOL, BYTES, DOUBLE, DYN, INT, STRING, TYPE, UINT].map((type) => [type.name, type]),
)
  .set('duration', DURATION)
  .set('timestamp', TIMESTAMP)
  .set('null', NULL);

/** The opaque types of Kubernetes; its others are structs without fields. */
const OPAQUE = /^net\./;

function parseType(text: string, typeParams: Set<string>): CelType {
  const open = text.indexOf('(');
  if (open < 0) return simpleType(text, typeParams);
  const inner = splitTypes(text.slice(open + 1, -1)).map((param) => parseType(param, typeParams));
  switch (text.slice(0, open)) {
    case 'list':
      return listOf(inner[0]);
    case 'map':
      return mapOf(inner[0], inner[1]);
    case 'type':
      return typeOf(inner[0]);
    default:
      return opaque(text.slice(0, open), ...inner);
  }
}

function simpleType(text: string, typeParams: Set<string>): CelType {
  const known = NAMED.get(text);
  if (known) return known;
  if (/^[A-Z]$/.test(text)) {
    typeParams.add(text);
    return typeParam(text);
  }
  return OPAQUE.test(text) ? opaque(text) : struct(text);
}

/** Types with commas between them. */
function splitTypes(text: string): string[] {
  const types: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') {
      depth++;
    } else if (text[at] === ')') {
      depth--;
    } else if (text[at] === ',' && depth === 0) {
      types.push(text.slice(start, at));
      start = at + 2;
    }
  }
  return text ? [...types, text.slice(start)] : types;
}

/** Calls those of some overloads that takes the arguments. */
export function callOverload(name: string, overloads: readonly Overload[], args: readonly Value[]): Value {
  const overload = overloads.find((candidate) => takes(candidate, args));
  return overload
    ? overload.run(...args)
    : fail(`no such overload: ${name}(${args.map(typeNameOf).join(', ')})`);
}

function takes({ params, isGuarded }: Overload, args: readonly Value[]): boolean {
  if (params.length !== args.length) return false;
  return !isGuarded || params.every((param, index) => holds(param, args[index]));
}

/** Whether a value is of a type, whatever is in it. */
function holds({ kind, name }: CelType, value: Value): boolean {
  return kind === 'dyn' || kind === 'param' || name === typeNameOf(value);
}
