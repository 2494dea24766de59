import { isInstance } from './instances';
import { structOf, type Type } from './types';

type Form = Type['form'];
type Check<F extends Form> = (value: unknown, type: Type & { readonly form: F }) => boolean;

const CHECKS: { readonly [F in Form]: Check<F> } = {
  any: () => true,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isSafeInteger(value),
  map: (value) => isMap(value) || isLazy(value),
  literal: (value, { text }) => value === text,
  listOf: (value, { item }) => Array.isArray(value) && itemsMatch(value, item),
  mapOf: (value, { item }) => isMap(value) && valuesMatch(value, item),
  struct: (value, { name }) => isMap(value) && fieldsMatch(value, name),
  instance: (value, { name }) => isInstance(name, value),
  union: (value, { types }) => types.some((each) => matchesType(value, each)),
};

/** Whether a value is of a type, with all that is in it. */
export const matchesType = (value: unknown, type: Type): boolean =>
  (CHECKS[type.form] as Check<Form>)(value, type as never);

/** `every` would leave out the holes of a list. */
function itemsMatch(list: readonly unknown[], item: Type): boolean {
  for (let index = 0; index < list.length; index++) {
    if (!matchesType(list[index], item)) return false;
  }
  return true;
}

function valuesMatch(map: Map, item: Type): boolean {
  for (const key of Object.keys(map)) {
    if (!matchesType(map[key], item)) return false;
  }
  return true;
}

function fieldsMatch(map: Map, name: string): boolean {
  const { fields, required } = structOf(name);
  let missing = required;
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value === undefined) continue;
    const field = fields.get(key);
    if (!field || !matchesType(value, field.type)) return false;
    if (field.required) missing--;
  }
  return missing === 0;
}

export interface Map {
  readonly [key: string]: unknown;
}

/** A plain object of whatever realm: jest, for one, runs tests in a realm of their own. */
export function isMap(value: unknown): value is Map {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || (Object.getPrototypeOf(prototype) === null && !Array.isArray(value));
}

/** A value of cdk8s that is known at synth only. */
export const isLazy = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  value.constructor?.name === 'Lazy' &&
  typeof (value as { readonly produce?: unknown }).produce === 'function';
