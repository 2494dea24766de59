import { quote } from '../../go/format';
import { closest } from '../closest';
import type { RawFinding } from '../collector';
import { itemsOf, META_FIELDS, propertyOf, type Schema, valuesOf } from '../crd/schema';
import type { FieldPath } from '../path';

/** Schemas that are looked at for a field, and names that it is compared with. */
const MAX_LOOKED_AT = 2000;

/**
 * What to do about an unknown field: what it was meant to be, or where the schema has a field of that name.
 *
 * @param holder schema of what holds the field
 * @param root schema of the whole object
 */
export function whereItBelongs(
  path: FieldPath,
  value: unknown,
  holder: Schema | undefined,
  root: Schema,
): Pick<RawFinding, 'suggestion' | 'meantField'> {
  const name = String(path.last);
  const names = Object.keys(holder?.properties ?? {}).slice(0, MAX_LOOKED_AT);
  const near = closest(name, path.holder.isRoot() ? [...names, ...META_FIELDS] : names);
  if (near !== undefined) {
    return { suggestion: `did you mean ${quote(near)}?`, meantField: path.sibling(near) };
  }
  const [place, another] = placesOf(name, value, root);
  if (place !== undefined && another === undefined) {
    return { suggestion: `move it: ${quote(name)} is a field of ${place}` };
  }
  return { suggestion: names.length && names.length <= MAX_NAMED ? `use ${listed(names)}` : undefined };
}

/** Names up to which all are listed. */
const MAX_NAMED = 8;

const listed = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names[0];

/** The first two places where the schema has a field of a name that may hold such a value. */
function placesOf(name: string, value: unknown, root: Schema): string[] {
  const found: string[] = [];
  const queue: (readonly [schema: Schema, place: string])[] = [[root, '']];
  for (let at = 0; at < queue.length && at < MAX_LOOKED_AT && found.length < 2; at++) {
    const [schema, place] = queue[at];
    const property = propertyOf(schema, name);
    if (property && mayHold(property, value)) found.push(place || 'the object itself');
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      queue.push([inner, place ? `${place}.${key}` : key]);
    }
    const [items, values] = [itemsOf(schema), valuesOf(schema)];
    if (items) queue.push([items, `${place}[]`]);
    if (values) queue.push([values, `${place}.*`]);
  }
  return found;
}

function mayHold({ type }: Schema, value: unknown): boolean {
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null) return type !== 'object' && type !== 'array';
  return type === undefined || type === (isList ? 'array' : 'object');
}
