import { indexOf, List, MapValue } from '../values/collections';
import { charge } from '../values/meter';
import { Optional } from '../values/scalars';
import { CelObject, fail, show, type Value } from '../values/value';
import { SELECT_COST } from './costs';

/** What an object made by an expression has under a name. */
export interface Fields {
  field(name: string): Value | undefined;
}

const hasFields = (value: Value): value is CelObject & Fields =>
  value instanceof CelObject && 'field' in value;

/** An item of a list, a value of a map or a field; undefined if there is none. */
function find(holder: Value, key: Value): Value | undefined {
  if (holder instanceof MapValue) return holder.find(key);
  if (holder instanceof List) {
    const index = indexOf(key);
    return index >= 0 && index < holder.size ? holder.at(index) : undefined;
  }
  return hasFields(holder) ? holder.field(String(key)) : undefined;
}

/** `holder.key` or `holder[key]`; within an optional, the result is one. */
export function access(holder: Value, key: Value): Value {
  if (holder instanceof Optional) return accessOptional(holder, key);
  charge(SELECT_COST);
  const found = find(holder, key);
  if (found !== undefined) return found;
  return fail(holder instanceof List ? `index out of bounds: ${show(key)}` : `no such key: ${show(key)}`);
}

/** `holder.?key` or `holder[?key]`: what is not there has no cost. */
export function accessOptional(holder: Value, key: Value): Value {
  const found = holder instanceof Optional ? findInOptional(holder, key) : find(holder, key);
  if (found === undefined) return Optional.NONE;
  charge(SELECT_COST);
  return Optional.of(found);
}

const findInOptional = (holder: Optional, key: Value) =>
  holder.hasValue ? find(holder.value, key) : undefined;

/** `has(holder.key)` */
export function isPresent(holder: Value, key: string): boolean {
  charge(SELECT_COST);
  return (holder instanceof Optional ? findInOptional(holder, key) : find(holder, key)) !== undefined;
}
