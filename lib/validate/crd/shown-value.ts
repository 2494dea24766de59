import { goPlain, GoValue, json } from '../../go/format';
import { goFloat } from '../../go/float';
import { goSyntax } from '../../go/print';
import { withSortedKeys } from '../../go/sorted-keys';
import { NIL } from '../../go/value';

/** A value of JSON as a server shows it. */
export function shownValue(value: unknown): GoValue {
  if (typeof value === 'string') return goPlain(value);
  if (value === null || value === undefined) return NIL;
  if (typeof value === 'object') return new GoValue(withSortedKeys(value), goSyntax(value));
  const isFloat = typeof value === 'number' && !Number.isInteger(value);
  return new GoValue(value, isFloat ? goFloat(value) : json(value));
}
