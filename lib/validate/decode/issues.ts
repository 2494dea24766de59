import { json, quote } from '../../go/format';
import { jsonTypeOf } from '../../go/sorted-keys';
import type { FieldPath } from '../path';
import type { FieldType, Scalar } from '../schema/schema';
import { isMap } from '../../object/value-at';
import { existsIn, structOf } from '../schema/schema';
import type { RawFinding } from '../collector';
import type { Owner } from './owner';
import type { Advice } from './misplaced';
import { FIELD_DROPPED, FIELD_TYPE, FIELD_VALUE, UNKNOWN_FIELD } from './rules';
import { isNotString, type NotString, useString } from './quote-it';
import { goPath, goTypeAt, namesInner } from './go-type';
import { suggestedQuantities } from '../../apimachinery/quantity-suggestions';

/** A finding of decoding, with the text that a server's one message is made of. */
export interface Issue extends RawFinding {
  /** Whether it is one of the strict errors, which a server lists only when all types are right. */
  readonly strict: boolean;
  /**
   * The values around it that decode themselves, the outermost first, and the value itself if it does. A
   * server stops at such a value if it does not decode, and says nothing of what it found before around it.
   */
  readonly within: readonly FieldPath[];
}

/** What a value is that is ignored: there, without a schema and, unlike an empty list, without a list. */
export const IGNORED: readonly never[] = Object.freeze([]);

/** Issues found while decoding a manifest. */
export class Issues {
  readonly found: Issue[] = [];
  private within: readonly FieldPath[] = [];

  /**
   * @param root struct that the whole manifest decodes into
   * @param manifest the whole manifest
   */
  constructor(
    private readonly root: string,
    readonly minor: number,
    private readonly manifest: object,
  ) {}

  /** A value that decodes itself begins: everything up to the next `leave` is in it. */
  enter(path: FieldPath): void {
    this.within = [...this.within, path];
  }

  leave(): void {
    this.within = this.within.slice(0, -1);
  }

  /** JSONSchemaPropsOrBool, UnmarshalJSON. */
  neitherSchemaNorFlag(path: FieldPath, value: unknown): undefined {
    this.found.push({
      ...DECODE,
      rule: FIELD_TYPE.id,
      path,
      message: 'boolean or JSON schema expected',
      suggestion: `use true, false or ${SCHEMA}`,
      meant: BOOLEANS.get(value as string),
      strict: false,
      within: this.within,
    });
  }

  /** A value of a wrong type that a server takes for an empty one. */
  ignored(path: FieldPath, value: unknown): readonly never[] {
    this.dropped(path, `the server ignores ${json(value)} here`, `use ${SCHEMA}`);
    return IGNORED;
  }

  unknownField(path: FieldPath, struct: string, value: unknown): void {
    const key = String(path.last);
    const elsewhere = structOf(struct).get(key);
    const { whereItBelongs } = require('./misplaced') as typeof import('./misplaced');
    const { manifest, minor } = this;
    const advice: Advice = elsewhere
      ? { suggestion: `this field ${existsIn(elsewhere.minors)}` }
      : whereItBelongs(this.root, { key, value, path, struct, manifest, minor });
    // What decodes itself is not strict.
    if (this.within.length) return this.dropped(path, 'the server has no such field', advice.suggestion);
    this.found.push({
      ...DECODE,
      rule: UNKNOWN_FIELD.id,
      path,
      message: `unknown field ${quote(path.dotted())}`,
      suggestion: advice.suggestion,
      strict: true,
      within: this.within,
      meantField: advice.meant?.[0],
      ...(advice.object === undefined ? {} : { at: path.holder, meant: advice.object }),
    });
  }

  private dropped(path: FieldPath, cause: string, suggestion: string | undefined): void {
    const { within } = this;
    this.found.push({
      rule: FIELD_DROPPED.id,
      level: 'warning',
      stage: 'decode',
      path,
      message: `field is dropped: ${cause}`,
      suggestion,
      strict: true,
      within,
    });
  }

  wrongType(owner: Owner, value: unknown, type: FieldType): undefined {
    const { reshaped } = require('./reshaped') as typeof import('./reshaped');
    const advice = reshaped(value, type, owner.path, this.minor);
    this.cannotUnmarshal(
      owner,
      jsonType(value, isNumeric(type)),
      goTypeAt(owner.struct, owner.path, type),
      advice?.suggestion ?? suggestion(value, type),
      this.around(owner.path, type.form === 'scalar' ? type.scalar : undefined),
      {
        notString: belongsInQuotes(value, type) ? value : undefined,
        meant: advice?.meant ?? meantBy(value, type),
      },
    );
  }

  wrongByte(owner: Owner, value: unknown): undefined {
    this.cannotUnmarshal(owner, jsonType(value, true), 'uint8', SCALAR_REMEDIES.bytes, this.within);
  }

  private around(path: FieldPath, scalar: Scalar | undefined): readonly FieldPath[] {
    return scalar && DECODE_THEMSELVES.has(scalar) ? [...this.within, path] : this.within;
  }

  private cannotUnmarshal(
    { struct, path }: Owner,
    value: string,
    goType: string,
    suggestion: string,
    within: readonly FieldPath[],
    more?: Pick<Issue, 'notString' | 'meant'>,
  ): void {
    const shown = namesInner(this.minor) ? path : (within[0] ?? path);
    const place = `${struct.split('.').at(-1)}.${goPath(this.root, shown, this.minor)}`;
    const message = `json: cannot unmarshal ${value} into Go struct field ${place} of type ${goType}`;
    const rule = FIELD_TYPE.id;
    this.found.push({ ...DECODE, rule, path, message, suggestion, strict: false, within, ...more });
  }

  badValue(owner: Owner, value: unknown, scalar: Scalar, message: string): undefined {
    const { path } = owner;
    const meant = scalar === 'quantity' && typeof value === 'string' ? suggestedQuantities(value) : [];
    const usual = `replace ${typeof value === 'string' ? JSON.stringify(value) : 'it'} with ${VALUE_SUGGESTIONS[scalar]}`;
    const suggestion = meant.length ? `did you mean ${meant.map(quote).join(' or ')}?` : usual;
    this.found.push({
      ...DECODE,
      rule: FIELD_VALUE.id,
      path,
      message,
      suggestion,
      meant: meant.at(-1),
      strict: false,
      within: this.around(path, scalar),
    });
  }
}

const SCHEMA = 'a map with the schema';

const DECODE_THEMSELVES: ReadonlySet<Scalar> = new Set<Scalar>([
  'quantity',
  'intOrString',
  'time',
  'microTime',
]);

const VALUE_SUGGESTIONS: { readonly [scalar: string]: string } = {
  quantity: 'a quantity such as 500m, 1.5 or 128Mi',
  bytes: 'its base64 encoding',
  time: 'a time such as 2026-01-31T12:00:00Z',
  microTime: 'a time such as 2026-01-31T12:00:00.000000Z',
};

const DECODE = { level: 'error', stage: 'decode', reason: 'BadRequest' } as const;

function jsonType(value: unknown, numeric: boolean): string {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  return numeric && isNumber ? `number ${sent(value)}` : jsonTypeOf(value);
}

/** As kubectl sends it: what no int64 holds becomes a float. */
const sent = (value: number | bigint) =>
  String(typeof value === 'bigint' && BigInt.asIntN(64, value) !== value ? Number(value) : value);

const isNumeric = (type: FieldType) =>
  type.form === 'scalar' && ['int32', 'int64', 'double', 'intOrString'].includes(type.scalar);

const belongsInQuotes = (value: unknown, type: FieldType): value is NotString =>
  type.form === 'scalar' && type.scalar === 'string' && isNotString(value);

/** The value without or with quotes, if that has the type. */
function meantBy(value: unknown, type: FieldType): unknown {
  if (belongsInQuotes(value, type)) return String(value);
  if (type.form !== 'scalar' || typeof value !== 'string') return undefined;
  if (type.scalar === 'bool') return BOOLEANS.get(value);
  return isNumeric(type) && /^-?(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : undefined;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

function suggestion(value: unknown, type: FieldType): string {
  if (type.form === 'list') return listOf(type.item, value);
  if (type.form !== 'scalar') return 'use a map: indented "key: value" lines';
  if (belongsInQuotes(value, type)) return useString(value);
  const quoted = typeof value === 'string' && BARE.has(type.scalar);
  const meant = quoted ? meantBy(value, type) : undefined;
  if (meant !== undefined && isInRange(meant, type.scalar)) return `remove the quotes: ${String(meant)}`;
  return `${SCALAR_REMEDIES[type.scalar]}${quoted ? ', without quotes' : ''}`;
}

const isInRange = (value: unknown, scalar: Scalar) =>
  scalar !== 'int32' || typeof value !== 'number' || (value | 0) === value;

function listOf(item: FieldType, value: unknown): string {
  const ofMaps = item.form === 'struct' && !isMap(value);
  return ofMaps
    ? 'use a list of maps: the "key: value" lines of each after "- "'
    : 'use a list: each item on its own line after "- "';
}

/** Scalars that quotes would make strings of. */
const BARE: ReadonlySet<Scalar> = new Set<Scalar>(['bool', 'int32', 'int64', 'double']);

const SCALAR_REMEDIES: { readonly [scalar: string]: string } = {
  string: 'use a single string',
  bool: 'use true or false',
  int32: 'use an integer between -2147483648 and 2147483647',
  int64: 'use an integer',
  double: 'use a number',
  intOrString: 'use an integer or a string',
  bytes: 'use quoted base64',
  time: 'use a time such as "2026-01-31T12:00:00Z"',
  microTime: 'use a time such as "2026-01-31T12:00:00.000000Z"',
};
