import { closest } from '../validate/closest';
import { matchesType, isMap, type Map } from './matches-type';
import { type Field, type Struct, structIn, type Type } from './types';
import { displayValue } from '../text/display-value';
import { suggestionFor } from './suggestions';
import { isSecretKey, typeDescription } from './type-description';

/** Problems of a value, one per line. `path` is empty for options as a whole. */
export function problemsOf(
  value: unknown,
  { type, required }: Pick<Field, 'type' | 'required'>,
  path: string,
): string[] {
  if (value === undefined) return required ? [missingText(type, path)] : [];
  if (matchesType(value, type)) return [];
  return (
    nestedProblems(value, type, path) ?? [
      `${path || 'the value'} is ${given(value, type)}: expected ${typeDescription(type)}${suggestionFor(value, type, path)}`,
    ]
  );
}

/** A password that was given as text is not repeated in a log. */
const given = (value: unknown, type: Type) =>
  typeof value === 'string' && isSecretKey(type) ? 'a string' : displayValue(value);

/** Problems within a value that is of the right form; undefined if the value itself is what is wrong. */
function nestedProblems(value: unknown, type: Type, path: string): string[] | undefined {
  if (type.form === 'listOf' && Array.isArray(value)) {
    return Array.from(value, (item, index) => itemProblems(item, type.item, `${path}[${index}]`)).flat();
  }
  if (!isMap(value)) return undefined;
  if (type.form === 'mapOf') {
    return Object.entries(value).flatMap(([key, item]) =>
      itemProblems(item, type.item, optionPath(path, key)),
    );
  }
  const struct = structIn(type);
  return struct && fieldProblems(value, struct, path);
}

function itemProblems(item: unknown, type: Type, path: string): string[] {
  return item === undefined
    ? [`${path} is undefined: expected ${typeDescription(type)}`]
    : problemsOf(item, { type, required: true }, path);
}

function missingText(type: Type, path: string): string {
  if (path) return `${path} is missing: expected ${typeDescription(type)}`;
  const needed = [...(structIn(type)?.fields ?? [])]
    .filter(([, field]) => field.required)
    .map(([name]) => `"${name}"`);
  return `missing options: specify ${needed.length ? `at least ${needed.join(' and ')}` : 'them as an object'}`;
}

function fieldProblems(map: Map, { fields, open }: Struct, path: string): string[] {
  const at = (field: string) => optionPath(path, field);
  const strange = Object.keys(map)
    .filter((key) => map[key] !== undefined && !fields.has(key))
    .flatMap((key) => unknownOptionProblems(key, fields, open, at(key)));
  return [...strange, ...[...fields].flatMap(([key, field]) => problemsOf(map[key], field, at(key)))];
}

/**
 * A struct that also holds fields of the manifest: only what resembles an option of this library is reported,
 * everything else is validated with the manifest.
 */
function unknownOptionProblems(
  key: string,
  fields: ReadonlyMap<string, Field>,
  open: boolean,
  path: string,
): string[] {
  const near = closest(key, fields.keys());
  const home = near ? undefined : containingOption(key, fields);
  if (open && !home && !(near && fields.get(near)!.own)) return [];
  const help = near ? `did you mean "${near}"?` : (home ?? `use one of ${known(fields)}`);
  return [`unknown option "${path}": ${help}`];
}

/** Required options first: they are the ones that are missing. */
const known = (fields: ReadonlyMap<string, Field>) =>
  [...fields]
    .sort(([one, a], [other, b]) => Number(b.required) - Number(a.required) || (one < other ? -1 : 1))
    .map(([name]) => name)
    .join(', ');

/** Kubernetes fields that workloads generate, and that would be silently overwritten. */
const GENERATED_FIELDS: { readonly [field: string]: string } = {
  template: 'it is generated from "pod"',
  jobTemplate: 'it is generated from "job" and "pod"',
};

/** Where an option stands instead: in another option that has one of its name. */
function containingOption(key: string, fields: ReadonlyMap<string, Field>): string | undefined {
  if (Object.hasOwn(GENERATED_FIELDS, key) && (fields.has('pod') || fields.has('completions'))) {
    return GENERATED_FIELDS[key];
  }
  const [home] = [...fields].find(([, { type, own }]) => own && structIn(type)?.fields.has(key)) ?? [];
  return home === undefined ? undefined : `it belongs in "${home}"`;
}

function optionPath(path: string, key: string): string {
  const isName = /^[A-Za-z_$][\w$]*$/.test(key);
  if (!path) return isName ? key : JSON.stringify(key);
  return isName ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}
