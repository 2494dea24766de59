import type { FieldPath } from '../path';
import { type FieldType, structOf } from '../schema/schema';

/** First minor whose decoder writes embedded structs into a field's path (sigs.k8s.io/json of 1.35). */
const EMBEDDED_SINCE = 35;

/** Whether the decoder names fields inside of values that decode themselves, too. */
export const namesInner = (minor: number): boolean => minor >= EMBEDDED_SINCE;

/** What Go calls a field: its type, and the embedded structs that lend it. */
interface GoField {
  type?: string;
  embedded?: string;
}

let lines: Map<string, string> | undefined;

/** Read when the first error text is made: most manifests need none. */
function goField(struct: string, field: string): GoField {
  if (!lines) {
    const { GO_TYPES } = require('../schema/go-types') as typeof import('../schema/go-types');
    lines = new Map(GO_TYPES.map((line) => [line.slice(0, line.indexOf(' ')), line]));
  }
  const found: GoField = {};
  for (const group of lines.get(struct)?.split(' ').slice(1) ?? []) {
    const [name, fields] = group.split('=');
    if (!fields.split(',').includes(field)) continue;
    if (name.endsWith('.')) found.embedded = name;
    else found.type = name;
  }
  return found;
}

/** The Go type of what is at a path, `struct` being the one that has the field: `v1.Protocol`, `[]string`. */
export function goTypeAt(struct: string, path: FieldPath, type: FieldType): string {
  if (type.form === 'scalar' && type.scalar in GO_SCALARS) return GO_SCALARS[type.scalar];
  const field = path.names().at(-1) ?? '';
  const named = goField(struct, field).type;
  return (named && itemOf(named, path.subscripts())) ?? goTypeOf(type);
}

/** What a type holds some levels down; undefined if its name does not tell. */
function itemOf(type: string, levels: number): string | undefined {
  if (levels === 0) return type;
  const item = /^(?:\[\]|map\[[\w.]+\])(.+)$/.exec(type)?.[1];
  return item === undefined ? undefined : itemOf(item, levels - 1);
}

function goTypeOf(type: FieldType): string {
  switch (type.form) {
    case 'list':
      return `[]${goTypeOf(type.item)}`;
    case 'map':
      return `map[string]${goTypeOf(type.item)}`;
    case 'struct':
    case 'either':
      return type.struct.split('.').slice(-2).join('.');
    case 'scalar':
      return GO_SCALARS[type.scalar] ?? type.scalar;
  }
}

/** What the decoder reads scalars as that Go does not call as OpenAPI does. */
const GO_SCALARS: { readonly [scalar: string]: string } = {
  double: 'float64',
  bytes: '[]uint8',
  time: 'string',
  microTime: 'string',
  intOrString: 'int32',
};

/**
 * A path as the decoder's type errors have it: no subscripts and, since 1.35, the names of embedded structs.
 */
export function goPath(root: string, path: FieldPath, minor: number): string {
  const names = path.names();
  if (minor < EMBEDDED_SINCE) return names.join('.');
  let struct: string | undefined = root;
  return names
    .map((name) => {
      const embedded: string = (struct && goField(struct, name).embedded) ?? '';
      struct = struct && heldBy(structOf(struct).get(name)?.type);
      return embedded + name;
    })
    .join('.');
}

function heldBy(type: FieldType | undefined): string | undefined {
  if (!type || type.form === 'scalar') return undefined;
  return 'struct' in type ? type.struct : heldBy(type.item);
}
