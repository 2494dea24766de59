import { BOOL, BYTES, type CelType, DOUBLE, INT, NULL, STRING, UINT } from '../types';
import { Unsigned, type Value } from '../values/value';

export function literalType(value: Value): CelType {
  switch (typeof value) {
    case 'bigint':
      return INT;
    case 'number':
      return DOUBLE;
    case 'string':
      return STRING;
    case 'boolean':
      return BOOL;
    default:
      if (value === null) return NULL;
      return value instanceof Unsigned ? UINT : BYTES;
  }
}
