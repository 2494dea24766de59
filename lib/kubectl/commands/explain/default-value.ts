import { apiVersionOf, type ApiResource } from './api-documents';
import type { FoundField, Step } from './field';

/** What a server fills in: one value, or several of which other fields decide. */
export interface DefaultValue {
  readonly value?: unknown;
  readonly depends?: boolean;
}

/** Fields of every object that a server sets, but not by default. */
const NOT_FILLED_IN = ['apiVersion', 'kind', 'metadata', 'status'];

/** Images with and without a version, which decide other fields of a container. */
const IMAGES = ['a:1', 'a'];

/** The default of a field: what its schema says, otherwise what the server fills in where it is missing. */
export function defaultOf(field: FoundField, resource: ApiResource, minor: number): DefaultValue {
  if (field.isRequired) return {};
  const { default: published } = field.schema;
  if (isValue(published)) return { value: published };
  if (!field.steps.length || NOT_FILLED_IN.includes(field.steps[0].name)) return {};
  const [first, second] = IMAGES.map((image) => filledIn(field, resource, minor, image));
  return first === second ? { value: first } : { depends: true };
}

const isValue = (value: unknown) => value !== undefined && value !== '' && typeof value !== 'object';

function filledIn(field: FoundField, resource: ApiResource, minor: number, image: string): unknown {
  const { filledIn: fill } =
    require('../../../validate/defaulting') as typeof import('../../../validate/defaulting');
  const { steps, owner } = field;
  const parent = owner.endsWith('.core.v1.Container') && steps.at(-1)!.name !== 'image' ? { image } : {};
  const object = steps
    .slice(0, -1)
    .reduceRight<object>((inner, { name, around }) => ({ [name]: wrapped(inner, around) }), parent);
  const given = { apiVersion: apiVersionOf(resource), kind: resource.kind, ...object };
  const value = valueAt(fill(given, minor), steps);
  return isValue(value) ? value : undefined;
}

const wrapped = (inner: object, around: Step['around']): unknown =>
  around.reduceRight<unknown>((value, form) => (form === 'list' ? [value] : { a: value }), inner);

function valueAt(object: unknown, steps: readonly Step[]): unknown {
  let value = object;
  steps.forEach(({ name, around }, index) => {
    value = (value as Record<string, unknown> | undefined)?.[name];
    if (index < steps.length - 1) {
      for (let depth = 0; depth < around.length && value; depth++) [value] = Object.values(value);
    }
  });
  return value;
}
