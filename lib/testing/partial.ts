import type { PathSegment } from '../validate/path';
import { isObject } from './constructs';
import { type Context, type MatcherMessage, Misuse } from './context';

type Map = { readonly [field: string]: unknown };

/** Whether a value has all that is asked for, as `toMatchObject` compares it. */
export function isLike(received: unknown, partial: unknown, { equals, utils }: Context): boolean {
  return partial === undefined || equals(received, partial, [utils.iterableEquality, utils.subsetEquality]);
}

/** @throws Misuse if it is not an object */
export function checkedPartial(partial: unknown): void {
  if (partial !== undefined && (!isObject(partial) || Array.isArray(partial))) {
    throw new Misuse(
      `the fields to match must be an object, not ${JSON.stringify(partial) ?? String(partial)}`,
    );
  }
}

/** What differs: fields that were not asked for are left out. */
export function differenceText(received: unknown, partial: unknown, { context }: MatcherMessage): string {
  return context.utils.diff(partial, compared(received, partial, context)) ?? '';
}

/** The part of a value that was asked for; what an asymmetric matcher takes is shown as that matcher. */
function compared(received: unknown, given: unknown, context: Context): unknown {
  if (isLike(received, given, context)) return given;
  const partial = fieldsOf(given);
  if (isList(received, partial)) {
    return received.map((item, index) => compared(item, (partial as readonly unknown[])[index], context));
  }
  if (!isMap(received) || !isMap(partial)) return received;
  const fields = Object.keys(partial).filter((field) => Object.hasOwn(received, field));
  return Object.fromEntries(
    fields.map((field) => [field, compared(received[field], partial[field], context)]),
  );
}

/** The way to the first difference. */
export function differencePath(received: unknown, given: unknown, context: Context): PathSegment[] {
  const partial = fieldsOf(given);
  const fields =
    isMap(received) && isMap(partial)
      ? Object.keys(partial)
      : isList(received, partial)
        ? received.keys()
        : [];
  for (const field of fields) {
    const [one, other] = [received, partial].map((value) => (value as Map)[field]);
    if (!isLike(one, other ?? null, context)) return [field, ...differencePath(one, other, context)];
  }
  return [];
}

/** The fields that `expect.objectContaining` asks for. */
export function fieldsOf(partial: unknown): unknown {
  const { sample, inverse, asymmetricMatch } = (partial ?? {}) as {
    readonly sample?: unknown;
    readonly inverse?: boolean;
    readonly asymmetricMatch?: unknown;
  };
  return asymmetricMatch && !inverse && isMap(sample) ? sample : partial;
}

export const isMap = (value: unknown): value is Map =>
  isObject(value) && !Array.isArray(value) && !('asymmetricMatch' in value);

/** Lists are compared item by item where they have the same length. */
const isList = (
  received: unknown,
  partial: unknown,
): received is readonly unknown[] & { readonly length: number } =>
  Array.isArray(received) && Array.isArray(partial) && received.length === partial.length;
