import { ApiObject } from 'cdk8s';
import { isMap, valueAt } from '../../object/value-at';
import type { PathSegment } from '../../validate/path';
import { completedPart } from '../adopted/complete-json';

type Path = readonly PathSegment[];

/** A value that an object was given and that its class leaves out of the manifest. */
export interface DroppedField {
  readonly path: Path;
  readonly value: unknown;
  /** What stands in its place. */
  readonly rendered: unknown;
  /** Name of the class. */
  readonly by: string;
}

/**
 * What the class of an object leaves out: classes that `cdk8s import` makes render only the fields that they
 * know, in the form that they expect, and JSON patches are applied before that.
 *
 * @param json what the object renders as
 * @param by the class
 */
export function droppedFields(
  object: ApiObject,
  json: object,
  by: typeof ApiObject,
): readonly DroppedField[] {
  const held: unknown = ApiObject.prototype.toJson.call(object);
  const kept = completedPart(object);
  const dropped = [...missing(held, kept ? by.prototype.toJson.call(object) : json, [])];
  return dropped
    .filter(({ path }) => !kept?.every((segment, index) => segment === path[index]))
    .map((field) => ({ ...field, by: by.name }));
}

type Missing = Omit<DroppedField, 'by'>;

function* missing(held: unknown, rendered: unknown, path: Path): Generator<Missing> {
  if (held === undefined || held === null || isSame(held, rendered)) return;
  if (Array.isArray(held) && Array.isArray(rendered)) {
    for (const [index, item] of held.entries()) yield* missing(item, rendered[index], [...path, index]);
  } else if (isMap(held) && isMap(rendered)) {
    for (const [name, value] of Object.entries(held)) {
      const key = renderedKey(name, rendered);
      yield* missing(value, rendered[key], [...path, key]);
    }
  } else {
    yield { path, value: held, rendered };
  }
}

/** The same value; `{ value: 1 }` stands for 1 in classes that take numbers and strings. */
const isSame = (held: unknown, rendered: unknown) =>
  held === rendered || (rendered !== undefined && valueAt(held, ['value']) === rendered);

/** The key that a field is rendered under: `hostPid` becomes `hostPID`, and `ref` `$ref`. */
export function renderedKey(name: string, rendered: { readonly [key: string]: unknown }): string {
  if (Object.hasOwn(rendered, name)) return name;
  return Object.keys(rendered).find((key) => letters(key) === letters(name)) ?? name;
}

const letters = (name: string) => name.replace(/[^A-Za-z\d]/g, '').toLowerCase();
