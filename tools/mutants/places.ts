import { type FieldType, structOf } from '../../lib/validate/schema/schema';

export type Holder = { [key: string | number]: unknown };

/** A value in a manifest that the schema knows. */
export interface Place {
  readonly holder: Holder;
  readonly key: string | number;
  /** The struct and the field that it is, or is inside of: `core.v1.ServiceSpec.ports`. */
  readonly field: string;
  readonly type: FieldType;
}

/** Every value of an object by the fields of its struct. */
export function placesIn(value: unknown, struct: string): Place[] {
  if (!isHolder(value) || Array.isArray(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const type = structOf(struct).get(key)?.type;
    if (!type || key === 'apiVersion' || key === 'kind') return [];
    return placesAt({ holder: value, key, field: `${struct}.${key}`, type });
  });
}

function placesAt(place: Place): Place[] {
  const { holder, key, field, type } = place;
  const value = holder[key];
  if (type.form === 'struct') return [place, ...placesIn(value, type.struct)];
  if (type.form === 'either') {
    const isStruct = isHolder(value) && !Array.isArray(value);
    const inner: FieldType = isStruct ? { form: 'struct', struct: type.struct } : type.other;
    return [place, ...placesAt({ ...place, type: inner }).slice(1)];
  }
  if (type.form === 'scalar' || !isHolder(value) || Array.isArray(value) !== (type.form === 'list')) {
    return [place];
  }
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [place, ...keys.flatMap((inner) => placesAt({ holder: value, key: inner, field, type: type.item }))];
}

export const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;
