import { type ApiObject, JsonPatch } from 'cdk8s';
import { json } from '../../go/format';
import { isMap } from '../../object/value-at';
import type { RawFinding } from '../../validate/collector';
import type { PathSegment } from '../../validate/path';
import { FIELD_NOT_RENDERED } from '../../validate/reading';
import { pathTo } from '../../written/path-to';
import { type DroppedField, renderedKey } from './find';
import { patchesOf } from './patches';

/* What is reported about fields that a class leaves out: loaded when there is one. */

type Path = readonly PathSegment[];

/** A manifest with the fields that were left out, so that it is judged as it was meant. */
export const withDropped = (manifest: object, dropped: readonly DroppedField[]): object =>
  dropped.reduce((whole, { path, value }) => withValue(whole, path, value) as object, manifest);

function withValue(holder: unknown, [segment, ...rest]: Path, value: unknown): unknown {
  if (segment === undefined) return value;
  if (typeof segment !== 'number') {
    const map = isMap(holder) ? holder : {};
    return { ...map, [segment]: withValue(map[segment], rest, value) };
  }
  const items: readonly unknown[] = Array.isArray(holder) ? holder : [];
  return Object.assign([...items], { [segment]: withValue(items[segment], rest, value) });
}

export const findingsAbout = (object: ApiObject, dropped: readonly DroppedField[]): RawFinding[] =>
  dropped.map((field) => ({
    rule: FIELD_NOT_RENDERED.id,
    level: 'error',
    stage: 'read',
    path: pathTo(field.path),
    message: messageOf(field, patchOf(object, field.path)),
    suggestion: suggestionFor(object, field),
  }));

function messageOf({ value, rendered, by }: DroppedField, patch: string | undefined): string {
  const set = patch === undefined ? 'is set to' : `the JSON patch of ${patch} sets it to`;
  const instead = rendered === undefined ? 'leaves it out' : `renders ${shown(rendered)}`;
  return `${set} ${shown(value)}, but ${by} ${instead}`;
}

/** Characters of a value that are shown. */
const SHOWN = 80;

function shown(value: unknown): string {
  const text = json(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The path of the last JSON patch that sets a field, or something in it. */
function patchOf(object: ApiObject, path: Path): string | undefined {
  const field = path.map(String);
  const pointers = patchesOf(object).map((patch): string => patch._toJson().path);
  return pointers.reverse().find((pointer) =>
    pointer
      .split('/')
      .slice(1)
      .map(unescaped)
      .every((step, index) => index >= field.length || step === '-' || isStep(step, field[index])),
  );
}

const isStep = (step: string, field: string) => renderedKey(step, { [field]: true }) === field;

const unescaped = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');

const pointerOf = (path: Path) =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function suggestionFor(object: ApiObject, { path, value, by }: DroppedField): string {
  const wrapped = { value };
  const other = [...path.slice(0, -1), classNameOf(path.at(-1)!)];
  const isKept = (at: Path, given: unknown) =>
    renders(object, JsonPatch.add(pointerOf(at), given), path, value);
  if (isKept(path, wrapped)) return `set it to ${json(wrapped)}: that is the form in which ${by} takes it`;
  if (isKept(other, value)) return `set ${pointerOf(other)}: that is its name in ${by}`;
  if (isKept(other, wrapped)) {
    return `set ${pointerOf(other)} to ${json(wrapped)}: that is its name and form in ${by}`;
  }
  return `${by} does not know it: use ApiObject for this object, which leaves nothing out`;
}

/** The name of a field in classes that `cdk8s import` makes: `clusterIp` of `clusterIP`. */
const classNameOf = (name: PathSegment) =>
  typeof name === 'number'
    ? name
    : name.replace(/[A-Z]{2,}/g, (capitals) => capitals[0] + capitals.slice(1).toLowerCase());

/** Whether an object would have a value in its manifest with one more patch. The object stays as it is. */
function renders(object: ApiObject, patch: JsonPatch, path: Path, value: unknown): boolean {
  const trial = Object.create(object, {
    patches: { value: [...patchesOf(object), patch] },
  }) as ApiObject;
  const prototype = Object.getPrototypeOf(object) as ApiObject;
  try {
    const manifest: unknown = prototype.toJson.call(trial);
    return path.reduce((inner: any, step) => inner?.[step], manifest) === value;
  } catch {
    return false;
  }
}
