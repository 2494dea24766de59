import { type FieldType, kindOf, structOf } from '../../lib/validate/schema/schema';
import { type Scenario, validated } from './scenario';

/*
 * The search: every list and every map that the schema of a kind has is filled with entries, sound, all alike
 * and faulty in every field. No list of a rule is missed, be it new.
 */

/** How the entries of a list differ from each other, or are wrong. */
type Manner = 'distinct' | 'alike' | 'faulty';

const MANNERS: readonly Manner[] = ['distinct', 'alike', 'faulty'];

type Way = readonly string[];

/** Levels of structs below which lists are not looked for. */
const DEPTH = 7;

const SEARCHED = [
  ['v1', 'Pod'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['batch/v1', 'Job'],
  ['batch/v1', 'CronJob'],
  ['v1', 'ConfigMap'],
  ['v1', 'Secret'],
  ['v1', 'PersistentVolume'],
  ['v1', 'PersistentVolumeClaim'],
  ['v1', 'Service'],
] as const;

/** Ways to the lists and maps of a struct; those of one struct are searched where it is first met. */
function collectionsOf(struct: string, way: Way, seen: Set<string>): Way[] {
  if (way.length > DEPTH || seen.has(struct)) return [];
  seen.add(struct);
  return [...structOf(struct)]
    .filter(([name]) => name !== 'status')
    .flatMap(([name, { type }]) => below(type, [...way, name], seen));
}

function below(type: FieldType, way: Way, seen: Set<string>): Way[] {
  if (type.form === 'struct') return collectionsOf(type.struct, way, seen);
  return type.form === 'scalar' ? [] : [way, ...below(type.item, way, seen)];
}

/** A manifest of a kind with a list or a map of so many entries. */
function manifest(apiVersion: string, kind: string, way: Way, count: number, manner: Manner): string {
  const base = { apiVersion, kind, metadata: { name: 'a' } };
  const fields = filled({ form: 'struct', struct: kindOf(apiVersion, kind)!.struct }, way, count, manner);
  return JSON.stringify(merged(base, fields as object), undefined, 1);
}

function filled(type: FieldType, [name, ...rest]: Way, count: number, manner: Manner): unknown {
  if (type.form === 'list') return [filled(type.item, [name, ...rest], count, manner)];
  if (type.form !== 'struct') throw new Error(`nothing is below ${type.form}`);
  const field = structOf(type.struct).get(name)!.type;
  const value = rest.length ? filled(field, rest, count, manner) : entries(field, count, manner);
  return { ...soundStruct(type.struct, 0), [name]: value };
}

function entries(type: FieldType, count: number, manner: Manner): unknown {
  if (type.form !== 'list' && type.form !== 'map') throw new Error(`${type.form} has no entries`);
  const made = Array.from({ length: count }, (_, index) => value(type.item, index, manner, 2));
  return type.form === 'list'
    ? made
    : Object.fromEntries(made.map((item, index) => [KEYS[manner](index), item]));
}

const KEYS: { readonly [manner in Manner]: (index: number) => string } = {
  distinct: (index) => `k${index}`,
  alike: (index) => `k${index}`,
  faulty: (index) => `a b${index}`,
};

function value(type: FieldType, index: number, manner: Manner, depth: number): unknown {
  switch (type.form) {
    case 'list':
      return [value(type.item, index, manner, depth)];
    case 'map':
      return { [KEYS[manner](index)]: value(type.item, index, manner, depth) };
    case 'struct':
      return depth
        ? Object.fromEntries(
            [...structOf(type.struct)]
              .filter(([name, field]) => wanted(name, field.type, depth, manner))
              .map(([name, field]) => [name, value(field.type, index, manner, depth - 1)]),
          )
        : {};
    case 'scalar':
      return scalar(type.scalar, index, manner);
  }
}

/** Sound entries have few fields: most others exclude each other. */
const wanted = (name: string, type: FieldType, depth: number, manner: Manner) =>
  type.form === 'scalar' ? manner === 'faulty' || SOUND.has(name) : manner === 'faulty' && depth > 1;

const SOUND = new Set([
  'name',
  'image',
  'key',
  'value',
  'ip',
  'mountPath',
  'devicePath',
  'path',
  'containerPort',
  'operator',
  'resourceName',
  'topologyKey',
  'restartPolicy',
  'type',
  'port',
]);

function scalar(type: string, index: number, manner: Manner): unknown {
  const number = manner === 'alike' ? 1 : index + 1;
  switch (type) {
    case 'bool':
      return true;
    case 'int32':
    case 'int64':
    case 'double':
      return manner === 'faulty' ? -number : number;
    case 'quantity':
    case 'intOrString':
      return manner === 'faulty' ? `-${number}` : number;
    case 'object':
    case 'any':
      return {};
    default:
      return manner === 'faulty' ? `!${number}` : `a${number}`;
  }
}

/** What a struct needs so that a server looks at the rest of it. */
function soundStruct(struct: string, index: number): object {
  const required = [...structOf(struct)].filter(
    ([, field]) => field.required && field.type.form === 'scalar',
  );
  return Object.fromEntries(required.map(([name, { type }]) => [name, value(type, index, 'distinct', 1)]));
}

function merged(base: object, fields: object): object {
  const metadata = (fields as { readonly metadata?: object }).metadata;
  return { ...fields, ...base, ...(metadata && { metadata: { name: 'a', ...metadata } }) };
}

function searched(): Scenario[] {
  const seen = new Set<string>();
  return SEARCHED.flatMap(([apiVersion, kind]) =>
    collectionsOf(kindOf(apiVersion, kind)!.struct, [], seen).flatMap((way) =>
      MANNERS.map((manner) =>
        validated(
          `${kind} ${way.join('.')}, ${manner}`,
          1000,
          (count) => manifest(apiVersion, kind, way, count, manner),
          ['--pod-security=restricted'],
        ),
      ),
    ),
  );
}

/** Every list and map of the Pod family, in every manner. */
export const LISTS: readonly Scenario[] = searched();
