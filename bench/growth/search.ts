import { allKinds, type FieldType, type Kind, structOf } from '../../lib/validate/schema/schema';

/*
 * The search: every field of every kind that the schema has, so that what a rule does with it is measured,
 * whichever rule that is. What Pods have is searched in a Pod alone, and metadata once.
 */

/** Names of fields, from a manifest inwards; items of lists and maps on the way have no names. */
export type Way = readonly string[];

export interface FieldAt {
  readonly kind: Kind;
  /** Struct that has the field. */
  readonly struct: string;
  readonly way: Way;
  readonly type: FieldType;
}

/** Levels below which no field is looked for. */
const DEPTH = 10;

/** What many kinds have, and each judges its own way. */
const JUDGED_ANEW = ['meta.v1.LabelSelector', 'meta.v1.LabelSelectorRequirement'];

/** Every field of every kind, but of its status. */
export function* fields(): Generator<FieldAt> {
  const kinds = [...allKinds().values()];
  const pod = kinds.find(({ kind }) => kind === 'Pod')!;
  const ofPods = new Set<string>();
  yield* fieldsOf({ kind: pod, struct: pod.struct, way: [] }, ofPods);
  for (const struct of JUDGED_ANEW) ofPods.delete(struct);
  for (const kind of kinds) {
    if (kind !== pod) yield* fieldsOf({ kind, struct: kind.struct, way: [] }, new Set(ofPods));
  }
}

function* fieldsOf({ kind, struct, way }: Omit<FieldAt, 'type'>, seen: Set<string>): Generator<FieldAt> {
  if (way.length > DEPTH || seen.has(struct)) return;
  seen.add(struct);
  for (const [name, { type }] of structOf(struct)) {
    if (name === 'status') continue;
    const field = { kind, struct, way: [...way, name], type };
    yield field;
    const within = innermost(type);
    if (within.form === 'struct') yield* fieldsOf({ ...field, struct: within.struct }, seen);
  }
}

/** What the items of lists and maps are in the end. */
export function innermost(type: FieldType): Exclude<FieldType, { readonly form: 'list' | 'map' }> {
  return 'item' in type ? innermost(type.item) : type;
}

/** A manifest that has a value in one field, and else what a server needs to look there. */
export function manifestWith({ kind: { apiVersion, kind, struct }, way }: FieldAt, value: unknown): object {
  const base = { apiVersion, kind };
  const made = filled({ form: 'struct', struct }, way, value) as { readonly metadata?: object };
  return {
    ...made,
    ...(way.length > 1 ? base : { ...base, ...made }),
    metadata: { name: 'a', ...made.metadata },
  };
}

function filled(type: FieldType, way: Way, value: unknown): unknown {
  if (type.form === 'list') return [filled(type.item, way, value)];
  if (type.form === 'map') return { a: filled(type.item, way, value) };
  if (type.form !== 'struct') throw new Error(`nothing is below ${type.form}`);
  const [name, ...rest] = way;
  const field = structOf(type.struct).get(name)!.type;
  return { ...required(type.struct), [name]: rest.length ? filled(field, rest, value) : value };
}

/** What a struct needs so that a server looks at the rest of it. */
const required = (struct: string) =>
  Object.fromEntries(
    [...structOf(struct)]
      .filter(([, field]) => field.required && field.type.form === 'scalar')
      .map(([name, { type }]) => [name, soundScalar((type as FieldType & { form: 'scalar' }).scalar)]),
  );

function soundScalar(scalar: string): unknown {
  switch (scalar) {
    case 'bool':
      return true;
    case 'int32':
    case 'int64':
    case 'double':
    case 'intOrString':
      return 1;
    case 'object':
    case 'any':
      return {};
    default:
      return 'a';
  }
}
