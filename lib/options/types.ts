import { KUBERNETES } from './kubernetes';
import { CALLS, STRUCTS } from './table';

/** Type of an option or argument. */
export type Type =
  | { readonly form: 'any' | 'string' | 'number' | 'integer' | 'boolean' | 'map' }
  | { readonly form: 'literal'; readonly text: string }
  | { readonly form: 'listOf' | 'mapOf'; readonly item: Type }
  | { readonly form: 'struct'; readonly name: string }
  | { readonly form: 'instance'; readonly name: string }
  | { readonly form: 'union'; readonly types: readonly Type[] };

export interface Field {
  readonly type: Type;
  readonly required: boolean;
  /** Whether it is one of our own, not Kubernetes'. */
  readonly own: boolean;
}

export interface Struct {
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: number;
  /** Whether unknown fields are judged elsewhere, as fields of the manifest. */
  readonly open: boolean;
}

export interface Call {
  readonly parameters: readonly (Field & { readonly name: string })[];
}

const PRIMITIVES: ReadonlySet<string> = new Set(['any', 'string', 'number', 'integer', 'boolean', 'map']);

let structLines: ReadonlyMap<string, readonly string[]> | undefined;
let callLines: ReadonlyMap<string, readonly string[]> | undefined;
const structs = new Map<string, Struct>();
const calls = new Map<string, Call>();

/** Parameters of a public constructor or method. */
export function callOf(name: string): Call {
  let call = calls.get(name);
  if (!call) {
    callLines ??= byName(CALLS);
    const entries = callLines.get(name);
    if (!entries) throw new Error(`lib/options/table.ts knows no ${name}: run npm run update-api`);
    calls.set(
      name,
      (call = { parameters: entries.map((entry) => ({ ...fieldOf(entry, true), name: nameOf(entry) })) }),
    );
  }
  return call;
}

export function structOf(name: string): Struct {
  let struct = structs.get(name);
  if (!struct) structs.set(name, (struct = parseStruct(name)));
  return struct;
}

function parseStruct(name: string): Struct {
  if (Object.hasOwn(KUBERNETES, name)) {
    return { fields: fieldsOf(KUBERNETES[name].split(' '), false), required: 0, open: true };
  }
  const [bases, ...entries] = allStructs().get(name)!;
  const inherited = bases === '-' ? [] : bases.split('+').map(structOf);
  const fields = new Map([
    ...inherited.flatMap((base) => [...base.fields]),
    ...fieldsOf(entries, !name.startsWith('k8s.')),
  ]);
  const required = [...fields.values()].filter((field) => field.required).length;
  return { fields, required, open: name.startsWith('k8s.') || inherited.some(({ open }) => open) };
}

/** The struct that a type is, or that it may be among others; undefined if it is none. */
export function structIn(type: Type): Struct | undefined {
  const struct = type.form === 'union' ? type.types.find(({ form }) => form === 'struct') : type;
  return struct?.form === 'struct' ? structOf(struct.name) : undefined;
}

const allStructs = () => (structLines ??= byName(STRUCTS));

const byName = (lines: readonly string[]) =>
  new Map(
    lines.map((line) => {
      const [name, ...entries] = line.split(' ');
      return [name, entries];
    }),
  );

const fieldsOf = (entries: readonly string[], own: boolean) =>
  new Map(entries.map((entry) => [nameOf(entry), fieldOf(entry, own)]));

const nameOf = (entry: string) => entry.slice(0, entry.indexOf('='));

function fieldOf(entry: string, own: boolean): Field {
  const required = entry.endsWith('!');
  return { type: typeOf(entry.slice(entry.indexOf('=') + 1, required ? -1 : undefined)), required, own };
}

function typeOf(text: string): Type {
  if (text.includes('|')) return { form: 'union', types: text.split('|').map(typeOf) };
  if (text.startsWith('[]')) return { form: 'listOf', item: typeOf(text.slice(2)) };
  if (text.startsWith('{}')) return { form: 'mapOf', item: typeOf(text.slice(2)) };
  if (text.startsWith("'")) return { form: 'literal', text: text.slice(1, -1) };
  if (PRIMITIVES.has(text)) return { form: text as 'any' };
  return {
    form: Object.hasOwn(KUBERNETES, text) || allStructs().has(text) ? 'struct' : 'instance',
    name: text,
  };
}
