import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, FieldFacts, KindFacts } from '../tools/openapi/facts';

const { types, kinds } = JSON.parse(
  readFileSync(join(__dirname, '../tools/openapi/facts.json'), 'utf8'),
) as Facts;

/** In the form of kubeconform's default catalogue, strict: what need not be there may be null. */
const SCALARS: { readonly [type: string]: Schema } = {
  string: { type: 'string' },
  bool: { type: 'boolean' },
  int32: { type: 'integer' },
  int64: { type: 'integer' },
  double: { type: 'number' },
  bytes: { type: 'string' },
  quantity: { oneOf: [{ type: ['string', 'null'] }, { type: 'number' }] },
  intOrString: { oneOf: [{ type: ['string', 'null'] }, { type: 'integer' }] },
  time: { type: 'string' },
  microTime: { type: 'string' },
  object: { type: 'object' },
  any: {},
};

interface Schema {
  readonly type?: string | readonly string[];
  readonly [keyword: string]: unknown;
}

const nullable = (schema: Schema): Schema =>
  typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;

function schemaOf(type: string, within: readonly string[]): Schema {
  if (type.startsWith('[]')) return { type: 'array', items: nullable(schemaOf(type.slice(2), within)) };
  if (type.startsWith('{}')) {
    return { type: 'object', additionalProperties: nullable(schemaOf(type.slice(2), within)) };
  }
  if (!types[type]) return SCALARS[type] ?? {};
  return within.includes(type) ? {} : structSchema(type, [...within, type]);
}

function structSchema(type: string, within: readonly string[]): Schema {
  const fields = Object.entries(types[type]);
  const required = fields.filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field, within)])),
    additionalProperties: false,
    ...(required.length ? { required } : {}),
  };
}

const fieldSchema = ({ type, required }: FieldFacts, within: readonly string[]): Schema =>
  required ? schemaOf(type, within) : nullable(schemaOf(type, within));

function kindSchema({ apiVersion, kind, type }: KindFacts): Schema {
  const schema = schemaOf(type, []);
  const head = { apiVersion: { type: 'string', enum: [apiVersion] }, kind: { type: 'string', enum: [kind] } };
  return {
    ...schema,
    properties: { ...(schema.properties as object), ...head },
    $schema: 'http://json-schema.org/schema#',
  };
}

/** As kubeconform's default catalogue names its files. */
function fileOf({ apiVersion, kind }: KindFacts): string {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  return `${[kind.toLowerCase(), ...(group ? [group.split('.')[0]] : []), version].join('-')}.json`;
}

/**
 * Writes the schemas that kubeconform checks by, one file a kind, strict: no field beyond those of the newest
 * minor.
 */
export function writeSchemas(folder: string): string {
  mkdirSync(folder);
  for (const kind of kinds) writeFileSync(join(folder, fileOf(kind)), JSON.stringify(kindSchema(kind)));
  return join(folder, '{{.ResourceKind}}{{.KindSuffix}}.json');
}
