import {
  CelCompileError,
  CelEvaluationError,
  CelNotSupported,
  type CelType,
  compile,
  DYN,
  INT,
  listOf,
  mapOf,
  schemaType,
  schemaValue,
  STRING,
  type StructuralSchema,
} from '../../../lib/cel';
import type { Random } from '../random';
import type { Target } from '../target';

const SCHEMA: StructuralSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    count: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
    ports: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' }, port: { type: 'integer' } } },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    },
    any: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    at: { type: 'string', format: 'date-time' },
  },
};
const TYPES: { readonly [name: string]: CelType } = {
  self: schemaType(SCHEMA, true)!,
  n: INT,
  s: STRING,
  l: listOf(INT),
  m: mapOf(STRING, DYN),
  d: DYN,
};

const LEAVES = [
  ...[
    'self',
    'self.name',
    'self.count',
    'self.tags',
    'self.ports',
    'self.at',
    'self.any',
    'n',
    's',
    'l',
    'm',
    'd',
  ],
  ...[
    '0',
    '1',
    '-1',
    '9223372036854775807',
    '1u',
    '1.5',
    '1e400',
    'true',
    'false',
    'null',
    '""',
    '"aé🦄"',
    "'%s %d'",
  ],
  ...[
    'b"\\xff"',
    'r"^(a+)+$"',
    '[]',
    '{}',
    '[1, 2, 3]',
    '{"a": 1}',
    'int',
    '`x`',
    '.s',
    'x',
    '"\\ud800"',
    '0x',
  ],
];
const OPERATORS = ['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', 'in', '&&', '||'];
const METHODS = [
  ...[
    'size',
    'matches',
    'contains',
    'split',
    'replace',
    'substring',
    'join',
    'format',
    'find',
    'findAll',
    'sum',
  ],
  ...[
    'max',
    'indexOf',
    'flatten',
    'sort',
    'distinct',
    'slice',
    'first',
    'or',
    'orValue',
    'value',
    'getHours',
    'foo',
  ],
];
const FUNCTIONS = [
  ...[
    'int',
    'uint',
    'double',
    'string',
    'bytes',
    'bool',
    'duration',
    'timestamp',
    'type',
    'dyn',
    'size',
    'has',
  ],
  ...['quantity', 'semver', 'ip', 'cidr', 'url', 'lists.range', 'optional.of', 'sets.contains', 'bar'],
];
const MACROS = [
  ...['all', 'exists', 'exists_one', 'map', 'filter', 'optMap', 'optFlatMap', 'sortBy'],
  ...['transformList', 'transformMap', 'transformMapEntry', 'existsOne'],
];
const JUNK = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '?',
  ':',
  '.',
  '"',
  "'",
  '"""',
  '\\',
  '`',
  '$',
  '//',
  '\n',
  '🦄',
  '\0',
];

type Form = (random: Random, depth: number) => string;

const inner: Form = (random, depth) => expression(random, depth - 1);

const FORMS: readonly Form[] = [
  (random, depth) => `${inner(random, depth)} ${random.pick(OPERATORS)} ${inner(random, depth)}`,
  (random, depth) => `(${inner(random, depth)} ? ${inner(random, depth)} : ${inner(random, depth)})`,
  (random, depth) => `${inner(random, depth)}.${random.pick(METHODS)}(${inner(random, depth)})`,
  (random, depth) => `${random.pick(FUNCTIONS)}(${inner(random, depth)})`,
  (random, depth) => `${inner(random, depth)}.${random.pick(MACROS)}(x, ${inner(random, depth)})`,
  (random, depth) => `${inner(random, depth)}.${random.pick(MACROS)}(x, y, ${inner(random, depth)})`,
  (random, depth) => `[${inner(random, depth)}, ?${inner(random, depth)}]`,
  (random, depth) => `{${inner(random, depth)}: ${inner(random, depth)}}`,
  (random, depth) => `${inner(random, depth)}[${random.chance(0.3) ? '?' : ''}${inner(random, depth)}]`,
  (random, depth) => `${inner(random, depth)}.${random.chance(0.3) ? '?' : ''}name`,
  (random, depth) => `${random.pick(['!', '-', '--'])}${inner(random, depth)}`,
];

function expression(random: Random, depth: number): string {
  return depth <= 0 || random.chance(0.2) ? random.pick(LEAVES) : random.pick(FORMS)(random, depth);
}

/** Expressions that grow: nested, repeated, doubled in each turn. */
const HOSTILE: readonly Form[] = [
  (random) => '('.repeat(random.below(2000)) + '1' + ')'.repeat(random.below(2000)),
  (random) => `[${'1,'.repeat(random.below(20_000))}]`,
  (random) => '1' + ' + 1'.repeat(random.below(5000)),
  (random) => 'true' + ' && true'.repeat(random.below(10_000)),
  (random) => 'optional.of(1)' + '.optMap(x, x)'.repeat(random.below(40)),
  (random) => `lists.range(${10 ** random.below(8)}).all(x, lists.range(1000).all(y, x != -y))`,
  (random) => `[1]${'.map(x, [x, x]).flatten()'.repeat(random.below(40))}`,
  (random) => `["aaaaaaaaaa"]${'.map(x, x + x + x + x)'.repeat(random.below(40))}`,
  (random) => `"${'a'.repeat(random.below(20_000))}".matches("${'(a*)*'.repeat(random.below(30))}b")`,
  (random) => `"${'a'.repeat(random.below(20_000))}".replace("", "${'b'.repeat(random.below(2000))}").size()`,
  (random) => `"%.${'9'.repeat(1 + random.below(6))}f".format([1.5])`,
  (random) => '"""'.repeat(random.below(3000)),
  (random) => '9'.repeat(random.below(5000)),
  (random) => `-${'!'.repeat(random.below(5000))}true`,
  (random) => `a${'.b'.repeat(random.below(2000))}`,
  (random) => '1 ? '.repeat(random.below(2000)),
];

function text(random: Random): string {
  if (random.chance(0.1)) return random.pick(HOSTILE)(random, 0);
  const made = expression(random, 1 + random.below(5));
  if (random.chance(0.7)) return made;
  const at = random.below(made.length + 1);
  return made.slice(0, at) + random.pick(JUNK) + made.slice(at + random.below(3));
}

interface Input {
  readonly expression: string;
  readonly minor: number;
}

function outcome({ expression: source, minor }: Input): string {
  try {
    const values = {
      self: schemaValue(
        { name: 'a', count: 3, tags: ['x', 'y'], ports: [{ name: 'p', port: 1 }], any: { b: [1] } },
        SCHEMA,
      ),
      ...{ n: 2, s: 'text', l: [3, 1, 2], m: { a: 1, b: [null] }, d: { a: { b: [1.5, 'x'] } } },
    };
    return String(compile(source, { minor, variables: TYPES }).evaluate(values));
  } catch (error) {
    if ([CelCompileError, CelEvaluationError, CelNotSupported].some((type) => error instanceof type)) {
      return (error as Error).message;
    }
    throw error;
  }
}

/** Expressions of CEL: random ones, broken ones, and those that take long. */
export const CEL: Target = {
  name: 'CEL',
  make: (random): Input => ({ expression: text(random), minor: 30 + random.below(8) }),
  run: (input) => outcome(input as Input),
};
