import type { Random } from './random';
import { anyValue } from './values';

/** Part of a schema of a CustomResourceDefinition, sound or not. */
export type Part = { [keyword: string]: unknown };

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null', '', 'Object'];
const FORMATS = [
  ...['date', 'date-time', 'duration', 'int32', 'int64', 'byte', 'uuid', 'ipv4', 'cidr', 'email', 'hostname'],
  ...['uri', 'isbn', 'creditcard', 'password', 'mac', 'k8s-short-name', 'foo', ''],
];
const PATTERNS = [
  '^(a+)+$',
  '(a*)*b',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(?=a)',
  '[',
  '\\p{L}{1000}',
  '(x{1000}){1000}',
  '.*.*.*.*=.*',
];
const NUMBERS = [0, -1, 1, 1.5, 2, 10, 2 ** 31, 2 ** 63, -(2 ** 53), 1e308, 1e-308];
const NAMES = [
  'a',
  'b',
  'metadata',
  'spec',
  'in',
  'self',
  '__proto__',
  'constructor',
  'x-y',
  'a.b',
  '',
  '🦄',
];
const TEXTS = [
  'a',
  '',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  '10Mi',
  '1e400',
  '2026-01-02T03:04:05Z',
  '::1',
  'a'.repeat(5_000),
  '9'.repeat(400),
];
const RULES = [
  ...['self == oldSelf', 'has(self.a)', 'self.all(x, x.all(y, y == x))', 'self.matches("(a+)+$")', 'size(self) < 3'],
  ...['self.a.b.c > 1', 'self.exists(x, self.exists(y, self.exists(z, x == z)))', 'self.map(x, [x, x]).size() > 0'],
  ...['self + self + self != self', 'quantity(self).asInteger() > 1', 'self[?"a"].hasValue()', 'self.', '((((', '1', ''],
  ...['url(self).getHost() == ""', 'self.split("").map(c, c + c).join("") != ""', 'optional.of(self).optMap(v, v).value() == self'],
  ...['self.sortBy(x, x)[0] == 1', 'self.distinct().size() > 0', 'lists.range(100000).all(i, i >= 0)', 'self.transformMap(k, v, v).size() < 9'],
]; // prettier-ignore

type Maker = (random: Random, depth: number) => unknown;

const inner: Maker = (random, depth) => schemaPart(random, depth - 1);
const several: Maker = (random, depth) => Array.from({ length: random.below(3) }, () => inner(random, depth));
const named: Maker = (random, depth) =>
  Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [random.pick(NAMES), inner(random, depth)]),
  );
const some =
  (values: readonly unknown[]): Maker =>
  (random) =>
    random.pick(values);
const flag = some([true, false]);

const rules: Maker = (random) =>
  Array.from({ length: 1 + random.below(3) }, () => ({
    rule: random.pick(RULES),
    ...(random.chance(0.3) ? { message: random.pick(TEXTS) } : {}),
    ...(random.chance(0.3)
      ? { messageExpression: random.pick(['string(self)', '"a" + self.a', ...RULES]) }
      : {}),
    ...(random.chance(0.2)
      ? { fieldPath: random.pick(['.a', '.a.b', "['a']", '.', '..', '[', ".a['b"]) }
      : {}),
    ...(random.chance(0.2) ? { reason: random.pick(['FieldValueForbidden', 'Foo']) } : {}),
    ...(random.chance(0.2) ? { optionalOldSelf: random.chance(0.5) } : {}),
  }));

/** Keywords, each with a maker of values that make sense. */
const KEYWORDS: { readonly [keyword: string]: Maker } = {
  type: some(TYPES),
  format: some(FORMATS),
  pattern: some(PATTERNS),
  enum: (random) => Array.from({ length: random.below(4) }, () => anyValue(random, 1)),
  default: (random) => anyValue(random, 2),
  nullable: flag,
  title: some(TEXTS),
  required: (random) => Array.from({ length: random.below(3) }, () => random.pick(NAMES)),
  properties: named,
  additionalProperties: (random, depth) => (random.chance(0.3) ? random.chance(0.5) : inner(random, depth)),
  items: inner,
  allOf: several,
  anyOf: several,
  oneOf: several,
  not: inner,
  definitions: named,
  dependencies: named,
  patternProperties: named,
  $ref: some(['#', '#/properties/a', '#/definitions/a', 'https://example.com/a']),
  ...Object.fromEntries(
    ['minimum', 'maximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties', 'minProperties']
      .map((keyword) => [keyword, some(NUMBERS)]), // prettier-ignore
  ),
  uniqueItems: flag,
  exclusiveMinimum: flag,
  exclusiveMaximum: flag,
  'x-kubernetes-int-or-string': flag,
  'x-kubernetes-preserve-unknown-fields': flag,
  'x-kubernetes-embedded-resource': flag,
  'x-kubernetes-list-type': some(['atomic', 'set', 'map', 'foo']),
  'x-kubernetes-list-map-keys': (random) => [random.pick(NAMES), random.pick(NAMES)],
  'x-kubernetes-map-type': some(['atomic', 'granular', 'foo']),
  'x-kubernetes-validations': rules,
};
const ALL = Object.keys(KEYWORDS);
const USUAL = ['type', 'properties', 'items', 'additionalProperties', 'x-kubernetes-validations', 'default'];

/** A random schema; now and then a keyword has a value of a wrong type. */
export function schemaPart(random: Random, depth: number): Part {
  const keywords = Array.from({ length: 1 + random.below(5) }, () =>
    random.pick(random.chance(0.6) ? USUAL : ALL),
  );
  const part: Part = {};
  for (const keyword of depth > 0 ? keywords : ['type', 'format']) {
    part[keyword] = random.chance(0.03) ? anyValue(random, 2) : KEYWORDS[keyword](random, depth);
  }
  if (part.type === undefined && random.chance(0.8)) part.type = typeFor(part);
  return part;
}

const typeFor = (part: Part) =>
  'items' in part ? 'array' : 'properties' in part || 'additionalProperties' in part ? 'object' : 'string';

/** A value that a schema may take, or not. */
export function valueFor(schema: unknown, random: Random, depth: number): unknown {
  if (depth <= 0 || typeof schema !== 'object' || schema === null || random.chance(0.05)) {
    return anyValue(random, 1);
  }
  const part = schema as Part;
  switch (part.type) {
    case 'object':
      return objectFor(part, random, depth);
    case 'array':
      return Array.from({ length: random.below(5) }, () => valueFor(part.items, random, depth - 1));
    case 'string':
      return random.pick(TEXTS);
    case 'integer':
    case 'number':
      return random.pick(NUMBERS);
    default:
      return random.chance(0.5);
  }
}

function objectFor({ properties, additionalProperties }: Part, random: Random, depth: number): object {
  const fields = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  const entries = fields
    .filter(() => random.chance(0.8))
    .map(([name, inside]) => [name, valueFor(inside, random, depth - 1)]);
  if (additionalProperties !== undefined) {
    entries.push([random.pick(NAMES), valueFor(additionalProperties, random, depth - 1)]);
  }
  return Object.fromEntries(entries);
}

/** The definition of a kind whose `spec` has a schema. */
export const definitionOf = (schema: unknown) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'things', kind: 'Thing' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: schema } } },
      },
    ],
  },
});

/** A custom resource of that kind. */
export const resourceOf = (spec: unknown) => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'a' },
  spec,
});
