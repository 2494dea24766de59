import { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';
import { isMap } from '../../go/sorted-keys';
import { jsonOf } from './json-text';
import { setOwn } from '../../object/set-own';

const BAD_PATCH = 'Invalid JSON Patch';

/** Applies a JSON merge patch (MergePatch, evanphx/json-patch 4.13). */
export function mergePatch(document: JsonObject, text: string): unknown {
  const patch = jsonOf(text, () => new KubectlError(BAD_PATCH));
  if (Array.isArray(patch)) return patch.map(withoutNulls);
  if (!isMap(patch)) throw new KubectlError(BAD_PATCH);
  return merged(document, patch);
}

function merged(document: JsonObject, patch: JsonObject): JsonObject {
  const result = { ...document };
  for (const [key, value] of Object.entries(patch)) {
    const current = result[key];
    if (value === null) {
      delete result[key];
    } else {
      setOwn(
        result,
        key,
        isMap(current) && isMap(value)
          ? merged(current, value)
          : isMap(current)
            ? value
            : withoutNulls(value),
      );
    }
  }
  return result;
}

/** Without nulls in its maps: there is nothing that they could remove. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isMap(value)) return value;
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) if (item !== null) setOwn(result, key, withoutNulls(item));
  return result;
}
