import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, FieldFacts, KindFacts } from '../tools/openapi/facts';

const { types, kinds } = JSON.parse(readFileSync(join(__dirname, '../tools/openapi/facts.json'), 'utf8')) as Facts;

const SCALARS: { readonly [type: string]: object } = {
  string: { type: 'string' },
  bool: { type: 'boolean' },
  int32: { type: 'integer' },
  int64: { type: 'integer' },
  double: { type: 'number' },
  bytes: { type: 'string' },
  quantity: { type: ['string', 'number'] },
  intOrString: { type: ['string', 'integer'] },
  time: { type: 'string' },
  microTime: { type: 'string' },
  object: { type: 'object' },
  any: {},
};

function schemaOf(type: string, within: readonly string[]): object {
  if (type.startsWith('[]')) return { type: 'array', items: schemaOf(type.slice(2), within) };
  if (type.startsWith('{}')) return { type: 'object', additionalProperties: schemaOf(type.slice(2), within) };
  if (!types[type]) return SCALARS[type] ?? {};
  return within.includes(type) ? {} : structSchema(type, [...within, type]);
}

function structSchema(type: string, within: readonly string[]): object {
  const fields = Object.entries(types[type]);
  const required = fields.filter(([, { required }]) => required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field, within)])),
    additionalProperties: false,
    ...(required.length ? { required } : {}),
  };
}

const fieldSchema = ({ type, enum: values }: FieldFacts, within: readonly string[]) => ({ ...schemaOf(type, within), ...(values ? { enum: values } : {}) });

/** As kubeconform's default catalogue names its files. */
function fileOf({ apiVersion, kind }: KindFacts): string {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  return `${[kind.toLowerCase(), ...(group ? [group.split('.')[0]] : []), version].join('-')}.json`;
}

/** Writes the schemas that kubeconform checks by, one file a kind, strict: no field beyond those of the newest minor. */
export function writeSchemas(folder: string): string {
  mkdirSync(folder);
  for (const kind of kinds) writeFileSync(join(folder, fileOf(kind)), JSON.stringify(schemaOf(kind.type, [])));
  return join(folder, '{{.ResourceKind}}{{.KindSuffix}}.json');
}
