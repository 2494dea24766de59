import type { JsonObject } from '../../../go/object';
import { isMap } from '../../../go/sorted-keys';

/** Without the nulls of maps, at all levels (pruneNullsFromMap, kubectl apply 1.36). */
export function withoutNulls(map: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(map)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, within(value)]),
  );
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within);
  return isMap(value) ? withoutNulls(value) : value;
}
