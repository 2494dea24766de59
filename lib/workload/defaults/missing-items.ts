import { isMap } from '../../object/value-at';
import { isDeepEqual } from '../../object/is-deep-equal';

/** Those that are not among the given. */
export function missingItems<T>(given: readonly T[], defaults: readonly T[]): T[] {
  return defaults.filter((item) => !given.some((other) => isSameItem(other, item)));
}

/** Whether two items of lists stand for the same: by name, or where they have none by all they hold. */
export function isSameItem(one: unknown, other: unknown): boolean {
  return isMap(one) && isMap(other) && other.name !== undefined
    ? one.name === other.name
    : isDeepEqual(one, other);
}
