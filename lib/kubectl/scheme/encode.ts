import { Encoder } from '../../validate/encode/encoder';
import { covers, type FieldType, structOf } from '../../validate/schema/schema';
import type { JsonObject } from '../../go/object';
import { fieldOrder } from './go-layout';

const ENCODER = new Encoder({ fields, present: presentFields, amounts: 'quantity' });

/**
 * Writes a decoded object as kubectl's JSON serializer does: fields in the order of the Go struct, what is
 * empty left out as its tags say.
 */
export const encodeTyped = (object: object, struct: string, minor: number): JsonObject =>
  ENCODER.encode(object, struct, minor);

function fields(struct: string, minor: number): (readonly [name: string, type: FieldType])[] {
  const all = structOf(struct);
  return fieldOrder(struct)
    .filter((name) => covers(all.get(name)!.minors, minor))
    .map((name) => [name, all.get(name)!.type]);
}

function presentFields(written: unknown, { form }: FieldType, sign: string): unknown {
  if (sign === '!' || sign === '*' || sign === '~' || (sign === '' && form === 'struct')) return written;
  return isEmptyValue(written) ? undefined : written;
}

/** What `omitempty` and `omitzero` leave out. */
const isEmptyValue = (written: unknown) =>
  !written || (typeof written === 'object' && !Object.keys(written).length);
