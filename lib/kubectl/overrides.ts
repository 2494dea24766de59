import { KubectlError } from './errors';
import type { OVERRIDE_FLAGS } from './flags/override';
import type { FlagValues } from './flags/flag';
import type { JsonObject } from '../go/object';
import { readTyped, type TypedManifest } from './manifests/typed';
import { jsonPatch } from './patch/json-patch';
import { mergePatch } from './patch/merge';
import { PatchSchema } from './patch/patch-schema';
import { strategicPatch } from './patch/strategic';
import { goJson } from '../go/marshal';

/**
 * An object that was generated, changed by `--overrides` (Overrider.Apply, 1.36).
 *
 * @param struct Go struct that a strategic patch is read by
 */
export function applyOverrides(
  object: JsonObject,
  values: FlagValues<typeof OVERRIDE_FLAGS>,
  struct: string,
  minor: number,
): TypedManifest {
  const value = patchedObject(object, values, struct, minor);
  return readTyped(minor)(value, goJson(value));
}

function patchedObject(
  object: JsonObject,
  { overrides, 'override-type': type }: FlagValues<typeof OVERRIDE_FLAGS>,
  struct: string,
  minor: number,
): unknown {
  switch (type || 'merge') {
    case 'json':
      return jsonPatch(object, overrides, minor);
    case 'merge':
      return mergePatch(object, overrides);
    case 'strategic':
      return strategicPatch(object, overrides, PatchSchema.of(struct, minor));
    default:
      throw new KubectlError(`invalid override type: ${type}`);
  }
}
