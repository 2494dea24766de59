import { FIELDS } from './names';

/**
 * The manifest of a struct: the same values under Kubernetes' own keys. A key that the struct does not have stays as
 * it is, so that validation can speak of it.
 *
 * @throws Error where a field is given under both names
 */
export function toManifest(value: unknown, struct: string): unknown {
  if (!Object.hasOwn(FIELDS, struct)) return value;
  if (Array.isArray(value)) return value.map((item) => toManifest(item, struct));
  return isMap(value) ? renderFields(value, struct) : value;
}

function renderFields(value: { readonly [field: string]: unknown }, struct: string): object {
  const fields = FIELDS[struct];
  const keys = new Set<string>();
  return Object.fromEntries(Object.keys(value).map((field) => {
    const [key, held] = Object.hasOwn(fields, field) ? fields[field] : [field];
    if (keys.has(key)) throw new Error(`${struct} has ${key} twice: as "${field}" and under its other name; remove one`);
    keys.add(key);
    return [key, held === undefined ? value[field] : toManifest(value[field], held)];
  }));
}

const isMap = (value: unknown): value is { readonly [field: string]: unknown } => typeof value === 'object' && value !== null;
