import { matchesRegexp } from '../../lib/go/regexp';
import { itemsOf, propertyOf, type Schema, valuesOf } from '../../lib/validate/crd/schema';
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
    switch (schema.type) {
      case 'object':
        return this.object(schema, depth);
      case 'array':
        return this.list(schema, depth);
      case 'integer':
      case 'number':
        return this.number(schema);
      case 'boolean':
        return random.chance(0.5);
      case 'string':
        return this.text(schema);
      default:
        return random.pick<unknown>([{}, 'a', 1, true, { a: 'b' }]);
    }
  }

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
    const { random } = this;
    const wanted = new Set(schema.required);
    const alternatives = schema.oneOf ?? schema.anyOf;
    const chosen = alternatives?.length ? random.pick(alternatives).required : undefined;
    for (const name of chosen ?? []) wanted.add(name);
    const excluded = new Set(chosen ? alternatives!.flatMap(({ required = [] }) => required) : []);
    const names = Object.keys(schema.properties ?? {}).filter(
      (name) =>
        wanted.has(name) || (!excluded.has(name) && depth < DEEPEST && random.chance(depth < 1 ? 0.8 : 0.2)),
    );
    const fields: { [field: string]: unknown } = {};
    for (const name of names) {
      const property = propertyOf(schema, name)!;
      if (depth || !['apiVersion', 'kind', 'metadata'].includes(name)) {
        fields[name] = this.value(property, depth + 1);
      }
    }
    const values = valuesOf(schema);
    if (values && depth < DEEPEST && random.chance(0.6)) {
      fields[random.pick(['a', 'b.c/d', 'web'])] = this.value(values, depth + 1);
    }
    if (!schema['x-kubernetes-embedded-resource']) return fields;
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...fields };
  }
}
