import { isMap } from '../../../object/value-at';
import { covers, type FieldType, structOf } from '../../schema/schema';
import { MISFITS } from '../misfits';

/** Items and entries that are looked at: enough to tell one type from another. */
const SAMPLE = 20;

/** Whether a value has the shape of a type; of a struct, if it has at least one of its fields. */
export function fits(value: unknown, type: FieldType, minor: number): boolean {
  if (value === null || value === undefined) return true;
  switch (type.form) {
    case 'scalar':
      return MISFITS[type.scalar](value) === undefined;
    case 'list':
      return Array.isArray(value) && value.slice(0, SAMPLE).every((item) => fits(item, type.item, minor));
    case 'map':
      return (
        isMap(value) &&
        Object.values(value)
          .slice(0, SAMPLE)
          .every((item) => fits(item, type.item, minor))
      );
    case 'either':
      return isMap(value)
        ? fitsStruct(Object.keys(value), type.struct, minor)
        : fits(value, type.other, minor);
    case 'struct':
      return isMap(value) && fitsStruct(Object.keys(value), type.struct, minor);
  }
}

function fitsStruct(keys: readonly string[], struct: string, minor: number): boolean {
  if (!keys.length) return true;
  const fields = structOf(struct);
  return keys.some((key) => fields.has(key) && covers(fields.get(key)!.minors, minor));
}
