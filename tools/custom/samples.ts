import { matchesRegexp } from '../../lib/go/regexp';
import {
  isEmbedded,
  itemsOf,
  META_FIELDS,
  propertyOf,
  type Schema,
  valuesOf,
} from '../../lib/validate/crd/schema';
import { formatOf } from '../../lib/validate/crd/values/formats';
import type { Random } from '../fuzz/random';

/** Values of many forms: the first that a schema takes is used. */
const TEXTS = [
  'a', 'web', 'example.com', 'a/b', 'v1', '1', '80', '10m', '1h', '5s', '1.5', '100Mi', 'Always', 'https://example.com/a',
  '/path', 'ABC', 'a-b', 'app.kubernetes.io/name', '10.0.0.1', '10.0.0.0/8', '2026-01-02T03:04:05Z', 'YQ==', 'a@example.com',
  'x'.repeat(64), '', 'sha256:0123456789abcdef', '::1', 'feedfacefeedfacefeedface', '*.example.com', '@every 1h', '0 * * * *',
]; // prettier-ignore
const NUMBERS = [0, 1, 2, 3, 10, 80, 100, 443, 8080, 65535, -1, 1000, 2 ** 31 - 1];

const DEEPEST = 12;

/** Values that a schema probably takes: what it says of one field at a time is met. */
export class Samples {
  constructor(private readonly random: Random) {}

  /** A custom resource of a schema. */
  resource(schema: Schema, apiVersion: string, kind: string, namespaced: boolean): object {
    const fields = this.object(schema, 0) as { [field: string]: unknown };
    return {
      ...fields,
      apiVersion,
      kind,
      metadata: { name: 'sample', ...(namespaced ? { namespace: 'default' } : {}) },
    };
  }

  private value(schema: Schema, depth: number): unknown {
    const { random } = this;
    if (schema.enum?.length) return random.pick(schema.enum);
    if (schema.default !== undefined && random.chance(0.3)) return structuredClone(schema.default);
    if (schema['x-kubernetes-int-or-string']) {
      return random.chance(0.5) ? this.number(schema) : this.text({ ...schema, pattern: schema.pattern });
    }
    const make = this.makers[schema.type ?? ''];
    return make ? make(schema, depth) : random.pick<unknown>([{}, 'a', 1, true, { a: 'b' }]);
  }

  private readonly makers: { readonly [type: string]: (schema: Schema, depth: number) => unknown } = {
    object: (schema, depth) => this.object(schema, depth),
    array: (schema, depth) => this.list(schema, depth),
    integer: (schema) => this.number(schema),
    number: (schema) => this.number(schema),
    boolean: () => this.random.chance(0.5),
    string: (schema) => this.text(schema),
  };

  private number({ minimum = 0, maximum = 2 ** 31, multipleOf = 1 }: Schema): number {
    const fitting = NUMBERS.filter(
      (number) => number >= minimum && number <= maximum && number % multipleOf === 0,
    );
    return fitting.length ? this.random.pick(fitting) : minimum;
  }

  private text({ minLength = 0, maxLength = Infinity, pattern, format = '' }: Schema): string {
    const fitting = TEXTS.filter(
      (text) =>
        text.length >= minLength &&
        text.length <= maxLength &&
        (!pattern || matchesRegexp(pattern, text) === true) &&
        (formatOf(format, 36)?.(text, 36) ?? true),
    );
    return fitting.length ? this.random.pick(fitting.slice(0, 8)) : 'a'.repeat(Math.max(1, minLength));
  }

  private list(schema: Schema, depth: number): unknown[] {
    const { minItems = 0, maxItems = 3 } = schema;
    const items = itemsOf(schema);
    const length = Math.max(minItems, Math.min(maxItems, this.random.below(3)));
    return Array.from({ length: depth > DEEPEST ? minItems : length }, () =>
      this.value(items ?? {}, depth + 1),
    );
  }

  private object(schema: Schema, depth: number): object {
    const fields: { [field: string]: unknown } = {};
    for (const name of this.namesFor(schema, depth)) {
      if (depth || !META_FIELDS.has(name)) fields[name] = this.value(propertyOf(schema, name)!, depth + 1);
    }
    const values = valuesOf(schema);
    if (values && depth < DEEPEST && this.random.chance(0.6)) {
      fields[this.random.pick(['a', 'b.c/d', 'web'])] = this.value(values, depth + 1);
    }
    if (!isEmbedded(schema)) return fields;
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...fields };
  }

  /** What is required, also by one of several alternatives, and some of the rest. */
  private namesFor({ required = [], properties = {}, oneOf, anyOf }: Schema, depth: number): string[] {
    const alternatives = (oneOf ?? anyOf ?? []).map((one) => one.required ?? []);
    const chosen = alternatives.length ? this.random.pick(alternatives) : [];
    const wanted = new Set([...required, ...chosen]);
    const excluded = new Set(alternatives.flat());
    const share = depth < 1 ? 0.8 : depth < DEEPEST ? 0.2 : 0;
    return Object.keys(properties).filter(
      (name) => wanted.has(name) || (!excluded.has(name) && this.random.chance(share)),
    );
  }
}
