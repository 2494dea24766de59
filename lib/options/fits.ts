import { isInstance } from './instances';
import { structOf, type Type } from './types';

/** Whether a value is of a type, with all that is in it. */
export function fits(value: unknown, type: Type): boolean {
  switch (type.form) {
    case 'any': return true;
    case 'string': case 'boolean': return typeof value === type.form;
    case 'number': return Number.isFinite(value);
    case 'integer': return Number.isSafeInteger(value);
    case 'map': return isMap(value) || isLazy(value);
    case 'literal': return value === type.text;
    case 'listOf': return Array.isArray(value) && allFit(value, type.item);
    case 'mapOf': return isMap(value) && valuesFit(value, type.item);
    case 'struct': return isMap(value) && fieldsFit(value, type.name);
    case 'instance': return isInstance(type.name, value);
    case 'union': return type.types.some((each) => fits(value, each));
  }
}

/** `every` would leave out the holes of a list. */
function allFit(list: readonly unknown[], item: Type): boolean {
  for (let index = 0; index < list.length; index++) {
    if (!fits(list[index], item)) return false;
  }
  return true;
}

function valuesFit(map: Map, item: Type): boolean {
  for (const key of Object.keys(map)) {
    if (map[key] !== undefined && !fits(map[key], item)) return false;
  }
  return true;
}

function fieldsFit(map: Map, name: string): boolean {
  const { fields, required } = structOf(name);
  let missing = required;
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value === undefined) continue;
    const field = fields.get(key);
    if (!field || !fits(value, field.type)) return false;
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
  typeof value === 'object' && value !== null && value.constructor?.name === 'Lazy' && typeof (value as { readonly produce?: unknown }).produce === 'function';
