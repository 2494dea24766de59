import type { ApiObject, JsonPatch } from 'cdk8s';

/** A JSON patch, with what cdk8s keeps to itself. */
type Patch = JsonPatch & { _toJson(): { readonly path: string } };

/** The JSON patches of an object. */
export const patchesOf = (object: ApiObject) =>
  (object as unknown as { readonly patches: readonly Patch[] }).patches;
