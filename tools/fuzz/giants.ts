import type { Part } from './schemas';

/** A schema and a value that are large, or take long. */
export interface Giant {
  readonly schema: Part;
  readonly value: unknown;
}

function nested<T>(depth: number, wrap: (inner: T) => T, innermost: T): T {
  let made = innermost;
  for (let left = depth; left > 0; left--) made = wrap(made);
  return made;
}

const STRING: Part = { type: 'string' };
const INTEGERS: Part = { type: 'array', items: { type: 'integer' } };
const ruled = (schema: Part, ...rules: string[]): Part => ({
  ...schema,
  'x-kubernetes-validations': rules.map((rule) => ({ rule })),
});
const numbers = (size: number) => Array.from({ length: size }, (_, index) => index);
const letters = (size: number) => `${'a'.repeat(size)}!`;

/** Loops within each other over a list, whose innermost condition never decides. */
const loops = (depth: number) =>
  numbers(depth).reduce((text, index) => `self.all(x${index}, ${text})`, 'self.size() > 0');

/** What is hostile, of any size. */
export const GIANTS: { readonly [name: string]: (size: number) => Giant } = {
  objects: (size) => ({
    schema: nested<Part>(size, (a) => ({ type: 'object', properties: { a } }), STRING),
    value: nested<unknown>(size, (a) => ({ a }), 'a'),
  }),
  lists: (size) => ({
    schema: nested<Part>(size, (items) => ({ type: 'array', items }), STRING),
    value: nested<unknown>(size, (item) => [item], 'a'),
  }),
  maps: (size) => ({
    schema: nested<Part>(size, (values) => ({ type: 'object', additionalProperties: values }), STRING),
    value: nested<unknown>(size, (a) => ({ a }), 'a'),
  }),
  allOf: (size) => ({ schema: nested<Part>(size, (one) => ({ allOf: [one] }), STRING), value: 'a' }),
  anyOf: (size) => ({ schema: nested<Part>(Math.min(size, 12), (one) => ({ anyOf: [one, one] }), { type: 'integer' }), value: 'a' }),
  not: (size) => ({ schema: nested<Part>(size, (not) => ({ not }), STRING), value: 'a' }),
  'unknown values': (size) => ({
    schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    value: nested<unknown>(size, (a) => ({ a: [a] }), 'a'),
  }),
  defaults: (size) => ({
    schema: nested<Part>(size, (a) => ({ type: 'object', default: {}, properties: { a } }), { ...STRING, default: 'a' }),
    value: {},
  }),
  fields: (size) => {
    const names = numbers(Math.min(size, 5_000));
    return {
    schema: { type: 'object', properties: Object.fromEntries(names.map((n) => [`a${n}`, STRING])) },
    value: Object.fromEntries(names.map((n) => [`b${n}`, 'a'])),
    };
  },
  set: (size) => ({
    schema: { ...INTEGERS, 'x-kubernetes-list-type': 'set' },
    value: [...numbers(size), ...numbers(size)],
  }),
  'keyed list': (size) => ({
    schema: {
      type: 'array',
      items: { type: 'object', required: ['k'], properties: { k: STRING } },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['k'],
    },
    value: numbers(size).map((n) => ({ k: `a${n % 10}` })),
  }),
  enum: (size) => ({ schema: { type: 'integer', enum: numbers(size) }, value: -1 }),
  required: (size) => ({ schema: { type: 'object', required: numbers(size).map((n) => `a${n}`) }, value: {} }),
  pattern: (size) => ({ schema: { ...STRING, pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' }, value: letters(size) }),
  'long pattern': (size) => ({ schema: { ...STRING, pattern: '(a?){50}'.repeat(size / 100) }, value: letters(100) }),
  matches: (size) => ({ schema: ruled(STRING, 'self.matches("^(a|a|a?)*$")', 'self.find("(a*)*b") == ""'), value: letters(size) }),
  loops: (size) => ({ schema: ruled(INTEGERS, loops(5), 'self.sum() > 0', 'self.isSorted()'), value: numbers(size) }),
  'loops and ors': (size) => ({ schema: ruled(INTEGERS, `${loops(5)} || true`), value: numbers(size) }),
  'patterns in loops': (size) => ({
    schema: ruled(
      { type: 'array', items: STRING },
      'self.all(x, self.all(y, x.matches("^(a|a|a?)*!$")))',
      'self.all(x, self.all(y, x.find("(a*)*b") == ""))',
    ),
    value: numbers(100).map((n) => letters(size / 10 + n)),
  }),
  doubling: (size) => ({ schema: ruled(STRING, `[self]${'.map(s, s + s)'.repeat(40)}.size() > 0`), value: letters(size) }),
  replacing: (size) => ({ schema: ruled(STRING, `self${'.replace("a", "aa")'.repeat(30)}.size() > 0`), value: letters(size) }),
  growing: (size) => ({ schema: ruled(INTEGERS, `(self + self)${'.map(x, [x, x]).flatten()'.repeat(30)}.size() > 0`), value: numbers(size) }),
  sorting: (size) => ({ schema: ruled(INTEGERS, 'self.sortBy(x, -x).distinct().reverse().size() > 0', 'self.indexOf(-1) < 0'), value: numbers(size) }),
  comparing: (size) => ({ schema: ruled({ ...INTEGERS, 'x-kubernetes-list-type': 'set' }, 'self.all(x, self == self)'), value: numbers(size) }),
  'large numbers': (size) => ({ schema: ruled(STRING, 'quantity(self).asInteger() > 0', 'int(self) > 0', 'double(self) > 0.0'), value: '9'.repeat(size) }),
  'many rules': (size) => ({ schema: ruled(STRING, ...numbers(size / 10).map((n) => `self.size() > ${n}`)), value: '' }),
  'long rule': (size) => ({ schema: ruled(STRING, `self == "" ${'|| self.size() > 1'.repeat(size)}`), value: 'a' }),
  'deep rule': (size) => ({ schema: ruled(STRING, `${'('.repeat(size)}true${')'.repeat(size)}`), value: 'a' }),
  'items with rules': (size) => ({ schema: { type: 'array', items: ruled({ type: 'integer' }, 'self + 1 > self && self >= 0', 'string(self) != ""') }, value: numbers(size) }),
}; // prettier-ignore
