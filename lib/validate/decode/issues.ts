import { quote } from '../go-text';
import type { FieldPath } from '../path';
import type { Field, FieldType, Scalar } from '../schema/schema';
import { covers, existsIn, structOf } from '../schema/schema';
import type { RawFinding } from '../verdict';
import type { Owner } from './decode';
import { closest } from '../closest';

/** A finding of decoding, with the text that a server's one message is made of. */
export interface Issue extends RawFinding {
  /** Whether it is one of the strict errors, which a server lists only when all types are right. */
  readonly strict: boolean;
  /** Path of the field that was meant, where one is likely: what is missing there is this same mistake. */
  readonly meant?: FieldPath;
}

/** What decoding one manifest has found. */
export class Issues {
  readonly found: Issue[] = [];

  constructor(readonly minor: number) {}

  unknownField(path: FieldPath, key: string, struct: string, elsewhere: Field | undefined): void {
    const known = [...structOf(struct)].filter(([, { minors }]) => covers(minors, this.minor)).map(([field]) => field);
    const name = elsewhere ? undefined : closest(key, known);
    this.found.push({
      ...DECODE,
      rule: 'unknown-field',
      path,
      message: `unknown field ${quote(path.toString())}`,
      suggestion: elsewhere ? `this field ${existsIn(elsewhere.minors)}` : meantOr(name, known),
      strict: true,
      meant: name === undefined ? undefined : path.sibling(name),
    });
  }

  wrongType(owner: Owner, value: unknown, type: FieldType): undefined {
    const holder = owner.struct.split('.').at(-1);
    const message = `json: cannot unmarshal ${jsonType(value, type)} into Go struct field ${holder}.${owner.path.names().join('.')} of type ${goType(type)}`;
    this.found.push({ ...DECODE, rule: 'field-type', path: owner.path, message, suggestion: remedy(value, type), strict: false });
  }

  badValue(owner: Owner, value: unknown, scalar: Scalar, message: string): undefined {
    const suggestion = `replace ${typeof value === 'object' ? 'it' : JSON.stringify(String(value))} by ${VALUE_REMEDIES[scalar]}`;
    this.found.push({ ...DECODE, rule: 'field-value', path: owner.path, message, suggestion, strict: false });
  }
}

const meantOr = (name: string | undefined, known: readonly string[]) => (name ? `did you mean "${name}"?` : `remove it; the fields here are ${known.join(', ')}`);

const VALUE_REMEDIES: { readonly [scalar: string]: string } = {
  quantity: 'a quantity such as 500m, 1.5 or 128Mi',
  bytes: 'its base64 encoding',
  time: 'a time such as 2026-01-31T12:00:00Z',
  microTime: 'a time such as 2026-01-31T12:00:00.000000Z',
};

const DECODE = { level: 'error', source: 'decode', reason: 'BadRequest' } as const;

function jsonType(value: unknown, type: FieldType): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value !== 'number' && typeof value !== 'bigint') return typeof value;
  return isNumeric(type) ? `number ${value}` : 'number';
}

const isNumeric = (type: FieldType) => type.form === 'scalar' && ['int32', 'int64', 'double', 'intOrString'].includes(type.scalar);

function goType(type: FieldType): string {
  switch (type.form) {
    case 'list': return `[]${goType(type.item)}`;
    case 'map': return `map[string]${goType(type.item)}`;
    case 'struct': return type.struct.split('.').slice(-2).join('.');
    case 'scalar': return GO_SCALARS[type.scalar] ?? type.scalar;
  }
}

const GO_SCALARS: { readonly [scalar: string]: string } = {
  double: 'float64', bytes: '[]uint8', time: 'string', microTime: 'string', intOrString: 'int32', object: 'map[string]interface {}',
};

function remedy(value: unknown, type: FieldType): string {
  if (type.form === 'list') return 'write a list: each item on a line of its own after "- "';
  if (type.form !== 'scalar') return 'write a map: "key: value" lines, indented';
  return type.scalar === 'string' && typeof value !== 'object' ? `write it in quotes: "${value}"` : SCALAR_REMEDIES[type.scalar];
}

const SCALAR_REMEDIES: { readonly [scalar: string]: string } = {
  string: 'write one string',
  bool: 'write true or false, without quotes',
  int32: 'write a whole number between -2147483648 and 2147483647, without quotes',
  int64: 'write a whole number, without quotes',
  double: 'write a number, without quotes',
  intOrString: 'write a whole number or a string',
  bytes: 'write base64 in quotes',
  time: 'write a time such as "2026-01-31T12:00:00Z"',
  microTime: 'write a time such as "2026-01-31T12:00:00.000000Z"',
  object: 'write a map',
};
