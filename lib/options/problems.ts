import { closest } from '../validate/closest';
import { fits, isMap, type Map } from './fits';
import { type Field, structOf, type Type } from './types';
import { shown } from '../text/shown';
import { suggestionFor } from './suggestions';
import { wordsFor } from './words';

/** Problems of a value, one per line. `place` is empty for options as a whole. */
export function problemsOf(
  value: unknown,
  { type, required }: Pick<Field, 'type' | 'required'>,
  place: string,
): string[] {
  if (value === undefined) return required ? [missing(type, place)] : [];
  if (fits(value, type)) return [];
  return (
    insideProblems(value, type, place) ?? [
      `${place || 'the value'} is ${shown(value)}: expected ${wordsFor(type)}${suggestionFor(value, type, place)}`,
    ]
  );
}

/** Problems within a value that is of the right form; undefined if the value itself is what is wrong. */
function insideProblems(value: unknown, type: Type, place: string): string[] | undefined {
  if (type.form === 'listOf' && Array.isArray(value)) {
    return Array.from(value, (item, index) => itemProblems(item, type.item, `${place}[${index}]`)).flat();
  }
  if (!isMap(value)) return undefined;
  if (type.form === 'mapOf') {
    return Object.entries(value).flatMap(([key, item]) =>
      itemProblems(item, type.item, keyPlace(place, key)),
    );
  }
  const within = type.form === 'union' ? type.types.find((each) => each.form === 'struct') : type;
  return within?.form === 'struct' ? fieldProblems(value, within.name, place) : undefined;
}

function itemProblems(item: unknown, type: Type, place: string): string[] {
  return item === undefined
    ? [`${place} is undefined: expected ${wordsFor(type)}`]
    : problemsOf(item, { type, required: true }, place);
}

function missing(type: Type, place: string): string {
  if (place) return `${place} is missing: expected ${wordsFor(type)}`;
  const needed =
    type.form === 'struct'
      ? [...structOf(type.name).fields].filter(([, field]) => field.required).map(([name]) => `"${name}"`)
      : [];
  return `missing options: specify ${needed.length ? `at least ${needed.join(' and ')}` : 'them as an object'}`;
}

function fieldProblems(map: Map, name: string, place: string): string[] {
  const { fields, open } = structOf(name);
  const at = (field: string) => keyPlace(place, field);
  const strange = Object.keys(map)
    .filter((key) => map[key] !== undefined && !fields.has(key))
    .flatMap((key) => strangeProblems(key, fields, open, at(key)));
  return [...strange, ...[...fields].flatMap(([key, field]) => problemsOf(map[key], field, at(key)))];
}

/**
 * In a struct that holds fields of the manifest, too, only what resembles an option of ours is told: all else
 * is judged.
 */
function strangeProblems(
  key: string,
  fields: ReadonlyMap<string, Field>,
  open: boolean,
  place: string,
): string[] {
  const near = closest(key, fields.keys());
  const home = near ? undefined : homeOf(key, fields);
  if (open && !home && !(near && fields.get(near)!.own)) return [];
  const help = near ? `did you mean "${near}"?` : (home ?? `use ${[...fields.keys()].join(', ')}`);
  return [`unknown option "${place}": ${help}`];
}

/** Kubernetes fields that workloads generate, and that would be silently overwritten. */
const MADE: { readonly [field: string]: string } = {
  template: 'it is generated from "pod"',
  jobTemplate: 'it is generated from "job" and "pod"',
};

/** Where an option stands instead: in another option that has one of its name. */
function homeOf(key: string, fields: ReadonlyMap<string, Field>): string | undefined {
  if (Object.hasOwn(MADE, key) && (fields.has('pod') || fields.has('completions'))) return MADE[key];
  const [home] =
    [...fields].find(
      ([, { type, own }]) => own && type.form === 'struct' && structOf(type.name).fields.has(key),
    ) ?? [];
  return home === undefined ? undefined : `it belongs in "${home}"`;
}

function keyPlace(place: string, key: string): string {
  const isName = /^[A-Za-z_$][\w$]*$/.test(key);
  if (!place) return isName ? key : JSON.stringify(key);
  return isName ? `${place}.${key}` : `${place}[${JSON.stringify(key)}]`;
}
