import type { FieldType, Scalar } from '../../lib/validate/schema/schema';
import { structOf } from '../../lib/validate/schema/schema';
import type { Random } from '../fuzz/random';

/** Values that rules treat differently, whatever the field. */
const TEXTS = [
  '',
  ' ',
  'a',
  'UPPER',
  'a_b',
  'a.b',
  'a/b',
  'a/b/c',
  '-a',
  'a-',
  'a b',
  '0',
  '80',
  'ä',
  '*',
  '..',
  '/',
  '/abs',
  'https://example.com',
  'example.com/name',
  'kubernetes.io/name',
  '10.0.0.1',
  '010.0.0.1',
  '::1',
  '::ffff:1.2.3.4',
  '127.0.0.1',
  '169.254.1.1',
  '10.0.0.0/8',
  '10.0.0.1/8',
  '2001:db8::/64',
  'TCP',
  'None',
  'Always',
  'x'.repeat(63),
  'x'.repeat(64),
  'x'.repeat(254),
];
const NUMBERS = [-1, 0, 1, 2, 100, 101, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31];
const AMOUNTS = ['0', '-1', '1', '500m', '1.5', '1Gi', '10', '1e3', '1n', 'x', ''];
const TIMES = ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.123456Z', 'yesterday', ''];
const ANY = [null, true, 1, 'a', [], {}, { a: 1 }];

const SCALARS: { readonly [S in Scalar]: readonly unknown[] } = {
  string: TEXTS,
  bool: [true, false],
  int32: NUMBERS,
  int64: NUMBERS,
  double: [...NUMBERS, 0.5],
  bytes: ['', 'YQ==', 'YQ', 'a b', 'ä'],
  quantity: AMOUNTS,
  intOrString: [...NUMBERS, '80', 'http', '50%', '101%', '0', '0%', '-1%', ''],
  time: TIMES,
  microTime: TIMES,
  object: [{}, { a: 1 }, null],
  any: ANY,
};

/** A value of another type. */
const MISFITS = [1, 1.5, 'a', true, [], {}, [{}], { a: 'b' }];

const DEEPEST = 4;

/** Values for a field, of its type or, once in eight, not. */
export class Values {
  private readonly seen = new Map<string, string[]>();

  /** Keeps a value that a base has in a field. */
  add(field: string, value: unknown): void {
    const values = this.seen.get(field) ?? [];
    values.push(JSON.stringify(value));
    this.seen.set(field, values);
  }

  any(field: string, type: FieldType, random: Random): unknown {
    if (random.chance(1 / 8)) return structuredClone(random.pick(MISFITS));
    const seen = this.seen.get(field);
    if (seen && random.chance(0.5)) return JSON.parse(random.pick(seen));
    return this.made(field, type, random, 0);
  }

  private made(field: string, type: FieldType, random: Random, depth: number): unknown {
    switch (type.form) {
      case 'scalar':
        return random.pick(SCALARS[type.scalar]);
      case 'list':
        return Array.from({ length: random.below(3) }, () => this.made(field, type.item, random, depth + 1));
      case 'map':
        return { [random.pick(TEXTS)]: this.made(field, type.item, random, depth + 1) };
      case 'either':
        if (random.chance(0.3)) return this.made(field, type.other, random, depth);
        return depth < DEEPEST ? this.struct(type.struct, random, depth) : {};
      case 'struct':
        return depth < DEEPEST ? this.struct(type.struct, random, depth) : {};
    }
  }

  private struct(name: string, random: Random, depth: number): object {
    const fields = [...structOf(name)].filter(() => random.chance(0.4));
    return Object.fromEntries(
      fields.map(([key, { type }]) => {
        const seen = this.seen.get(`${name}.${key}`);
        const known = seen && random.chance(0.7);
        return [
          key,
          known ? JSON.parse(random.pick(seen)) : this.made(`${name}.${key}`, type, random, depth + 1),
        ];
      }),
    );
  }
}
