import { isMap, valueAt } from '../../object/value-at';
import { FieldPath } from '../path';
import { ALL_MINORS, defineStruct, type Field, type FieldType, isStruct } from '../schema/schema';
import type { EmbeddedPod, PodType } from './embedded-pod';

/** A value of a manifest, and where it is. */
export interface Placed {
  readonly value: unknown;
  readonly at: FieldPath;
}

/** Every item of a list, or entry of a map. */
const EACH = '*';

/** `spec.tasks[*].template` in parts: a field each, `*` for the items of a list or the entries of a map. */
const partsOf = (path: string): readonly string[] => path.replaceAll('[*]', `.${EACH}`).split('.');

/** What a manifest has at a path. What is null is not there: a server drops it. */
export function valuesAt(manifest: unknown, path: string): readonly Placed[] {
  let found: readonly Placed[] = [{ value: manifest, at: FieldPath.ROOT }];
  for (const part of partsOf(path)) found = found.flatMap((one) => partOf(one, part));
  return found.filter(({ value }) => value !== undefined && value !== null);
}

function partOf({ value, at }: Placed, part: string): readonly Placed[] {
  if (part !== EACH) return [{ value: valueAt(value, [part]), at: at.field(part) }];
  if (Array.isArray(value))
    return value.map((item: unknown, index) => ({ value: item, at: at.index(index) }));
  return isMap(value) ? Object.entries(value).map(([key, entry]) => ({ value: entry, at: at.key(key) })) : [];
}

/** The structs that types of Pods decode into. */
export const STRUCTS: { readonly [type in PodType]: string } = {
  Pod: 'core.v1.Pod',
  PodTemplateSpec: 'core.v1.PodTemplateSpec',
  PodSpec: 'core.v1.PodSpec',
  Container: 'core.v1.Container',
  JobSpec: 'batch.v1.JobSpec',
  JobTemplateSpec: 'batch.v1.JobTemplateSpec',
};

/**
 * The struct of a custom resource as far as it is known: the fields that lead to its Pods. It gives advice on
 * misplaced fields the whole manifest to look at.
 */
export function structAround(pods: readonly EmbeddedPod[]): string {
  const ways = pods.flatMap(({ at, type }) => at.map((path) => [partsOf(path), STRUCTS[type]] as const));
  return structOfWays('custom', ways);
}

type WayTo = readonly [parts: readonly string[], struct: string];

function structOfWays(prefix: string, ways: readonly WayTo[]): string {
  const name = `${prefix} ${ways.map(([parts, struct]) => `${parts.join('.')}:${struct}`).join(' ')}`;
  if (isStruct(name)) return name;
  const fields = new Map<string, WayTo[]>();
  for (const [[first, ...rest], struct] of ways) {
    fields.set(first, [...(fields.get(first) ?? []), [rest, struct]]);
  }
  defineStruct(
    name,
    new Map([...fields].map(([field, rest]) => [field, fieldOf(typeOf(`${prefix}.${field}`, rest))])),
  );
  return name;
}

function typeOf(prefix: string, ways: readonly WayTo[]): FieldType {
  const [[parts, struct]] = ways;
  if (!parts.length) return { form: 'struct', struct };
  if (parts[0] === EACH) {
    const items = ways
      .filter(([[first]]) => first === EACH)
      .map(([[, ...rest], end]) => [rest, end] as const);
    return { form: 'list', item: typeOf(`${prefix}[]`, items) };
  }
  return { form: 'struct', struct: structOfWays(prefix, ways) };
}

const fieldOf = (type: FieldType): Field => ({ type, required: false, minors: ALL_MINORS });
