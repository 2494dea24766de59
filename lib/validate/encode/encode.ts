import { covers, type FieldType, structOf } from '../schema/schema';
import { Encoder } from './encoder';

const ENCODER = new Encoder({
  fields: (struct, minor) =>
    [...structOf(struct)]
      .filter(([, { minors }]) => covers(minors, minor))
      .map(([name, { type }]) => [name, type]),
  present,
  // They are those of a resource list, which defaulting rounds.
  amounts: 'amount',
});

/**
 * Writes a decoded object as a server does: fields in alphabetical order, each by the rules of Go's
 * encoding/json and its own tags.
 */
export const encode = (object: object, struct: string, minor: number) =>
  ENCODER.encode(object, struct, minor);

function present(written: unknown, type: FieldType, sign: string): unknown {
  if (isEmptyHolder(written, type)) return sign === '!' ? null : undefined;
  if (sign === '?') return isZero(written) ? undefined : written;
  return sign || type.form === 'struct' || !isNothing(written) ? written : undefined;
}

/** Lists and maps that hold nothing are none once a server has written and read them (protobuf). */
const isEmptyHolder = (written: unknown, { form }: FieldType) =>
  (form === 'list' && !(written as unknown[]).length) ||
  (form === 'map' && !Object.keys(written as object).length);

const isNothing = (written: unknown) =>
  written === '' || written === 0 || written === 0n || written === false;

const isZero = (written: unknown) =>
  written === null || isNothing(written) || (typeof written === 'object' && !Object.keys(written).length);
