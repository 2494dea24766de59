import { goPlain, GoValue, json } from '../../go/format';
import { goFloat } from '../../go/float';
import { goSyntax } from '../../go/print';
import { withSortedKeys } from '../../go/sorted-keys';
import { NIL } from '../../go/value';
import { valueType } from './values/value-type';

/** A value of JSON as a server shows it. */
export function shownValue(value: unknown): GoValue {
  if (typeof value === 'string') return goPlain(value);
  if (value === null || value === undefined) return NIL;
  if (typeof value === 'object') return new GoValue(withSortedKeys(value), goSyntax(value));
  if (typeof value === 'boolean') return new GoValue(value, json(value));
  const text = numberText(value as number | bigint);
  return new GoValue(value, text, text);
}

/** A server reads what does not fit in 64 bits as a double. */
const numberText = (value: number | bigint): string =>
  valueType(value) === 'integer' ? String(value) : goFloat(Number(value));
