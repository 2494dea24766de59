import { type FieldType, structOf } from '../../lib/validate/schema/schema';
import { type Scenario, validated } from './scenario';
import { type FieldAt, fields, manifestWith } from './search';

/** How the entries of a list or map differ from each other, or are wrong. */
type Manner = 'distinct' | 'alike' | 'faulty' | 'of a wrong type' | 'with unknown fields';

const JUDGED: readonly Manner[] = ['distinct', 'alike', 'faulty'];

/** What comes no further than decoding, which is the same for all kinds: Pods have all of its cases. */
const DECODED: readonly Manner[] = ['of a wrong type', 'with unknown fields'];

function entries(type: FieldType, count: number, manner: Manner): unknown {
  if (type.form !== 'list' && type.form !== 'map') throw new Error(`${type.form} has no entries`);
  const made = Array.from({ length: count }, (_, index) => entry(type.item, index, manner));
  return type.form === 'list'
    ? made
    : Object.fromEntries(made.map((item, index) => [keyOf(index, manner), item]));
}

function entry(type: FieldType, index: number, manner: Manner): unknown {
  switch (manner) {
    case 'of a wrong type':
      return type.form === 'scalar' ? [index] : `a${index}`;
    case 'with unknown fields':
      return type.form === 'struct'
        ? { ...(value(type, index, 'distinct', 2) as object), [`x${index}`]: 1 }
        : { [`x${index}`]: 1 };
    default:
      return value(type, index, manner, 2);
  }
}

const keyOf = (index: number, manner: Manner) => (manner === 'faulty' ? `a b${index}` : `k${index}`);

function value(type: FieldType, index: number, manner: Manner, depth: number): unknown {
  switch (type.form) {
    case 'list':
      return [value(type.item, index, manner, depth)];
    case 'map':
      return { [keyOf(index, manner)]: value(type.item, index, manner, depth) };
    case 'struct':
      return depth
        ? Object.fromEntries(
            [...structOf(type.struct)]
              .filter(([name, field]) => wanted(name, field.type, depth, manner))
              .map(([name, field]) => [name, value(field.type, index, manner, depth - 1)]),
          )
        : {};
    case 'either':
      return value(type.other, index, manner, depth);
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

const scenario = (field: FieldAt, manner: Manner): Scenario => {
  const textOf = (count: number) =>
    JSON.stringify(manifestWith(field, entries(field.type, count, manner)), undefined, 1);
  return validated(`${field.kind.kind} ${field.way.join('.')}, ${manner}`, sizeOf(field.type), textOf, [
    '--pod-security=restricted',
  ]);
};

/** Every list and map of every kind, in every manner. */
export const LISTS: readonly Scenario[] = [...fields()]
  .filter(({ type }) => type.form === 'list' || type.form === 'map')
  .flatMap((field) =>
    [...JUDGED, ...(field.kind.kind === 'Pod' ? DECODED : [])].map((manner) => scenario(field, manner)),
  );

/** V8 keeps the fields of a large object in another way, from some thousand on: maps begin above that. */
function sizeOf({ form }: FieldType): number {
  return form === 'map' ? 2000 : 1000;
}
