import type { Field } from '../../field';
import type { Secret } from '../../schema/types';

/** A value of a Secret, and the field that has it. */
export interface SecretEntry {
  readonly field: 'data' | 'stringData';
  readonly bytes: Buffer;
}

export interface SecretEntries {
  readonly [key: string]: SecretEntry;
}

/** The data of a Secret as a server has it: it writes stringData over data before it judges. */
export function entriesOf({ data = {}, stringData = {} }: Secret): SecretEntries {
  const entries = [
    ...Object.entries(data).map(([key, value]) => [key, entry('data', value, 'base64')] as const),
    ...Object.entries(stringData).map(([key, value]) => [key, entry('stringData', value, 'utf8')] as const),
  ];
  return Object.fromEntries(entries);
}

const entry = (field: SecretEntry['field'], value: string, encoding: BufferEncoding): SecretEntry => ({
  field,
  bytes: Buffer.from(value, encoding),
});

/** A server names data alone; the manifest may have the value in stringData. */
export const placeOf = (key: string, { field }: SecretEntry, at: Field): Field =>
  at.field('data').key(key).shownAt(at.field(field).key(key));
