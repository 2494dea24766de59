import type { Overload } from '../functions/declare';
import { List } from '../values/collections';
import { isEqual, isNumber, type Value } from '../values/value';
import { constant, type Part } from './frame';

/**
 * `value in [constants]`, which a server looks up in a set, so that only the value has a cost
 * (maybeOptimizeSetMembership, interpreter/decorators.go of cel-go 0.26); undefined for other calls.
 */
export function membership(
  name: string,
  overloads: readonly Overload[],
  [value, list]: readonly Part[],
): Part | undefined {
  const content = name === '@in' ? list.constant?.value : undefined;
  if (!(content instanceof List) || overloads.length !== 1) return undefined;
  if (!content.size) return constant(false);
  const { items } = content;
  if (!items.every(isPrimitive)) return undefined;
  const { run } = value;
  return {
    run: (frame) => {
      const sought = run(frame);
      return items.some((item) => isEqual(item, sought));
    },
  };
}

const isPrimitive = (value: Value) =>
  typeof value === 'string' || typeof value === 'boolean' || value === null || isNumber(value);
