import { KubectlError } from '../errors';
import { quote } from '../../go/format';
import { unstructured, type UnstructuredManifest } from '../manifests/unstructured';
import { goJson } from '../../go/marshal';
import { structOfKind } from '../scheme/kinds';
import { jsonPatch } from './json-patch';
import { mergePatch } from './merge';
import { PatchSchema } from './patch-schema';
import { strategicPatch } from './strategic';

export type PatchType = 'json' | 'merge' | 'strategic';

const TYPES: readonly string[] = ['json', 'merge', 'strategic'] satisfies readonly PatchType[];

/** The type that a text stands for, in any case; none stands for strategic. */
export function patchTypeOf(text: string): PatchType {
  const type = text.toLowerCase() || 'strategic';
  if (!TYPES.includes(type)) {
    throw new KubectlError(`--type must be one of [${TYPES.join(' ')}], not ${quote(text)}`);
  }
  return type as PatchType;
}

/** A manifest as a patch leaves it (getPatchedJSON, kubectl 1.36). `patch` is its JSON. */
export function patched(
  manifest: UnstructuredManifest,
  type: PatchType,
  patch: string,
  minor: number,
): UnstructuredManifest {
  const value = patchedValue(manifest, type, patch, minor);
  return unstructured(value, goJson(value));
}

function patchedValue(
  { object, apiVersion, kind }: UnstructuredManifest,
  type: PatchType,
  patch: string,
  minor: number,
): unknown {
  if (type === 'json') return jsonPatch(object, patch, minor);
  if (type === 'merge') return mergePatch(object, patch);
  const struct = structOfKind(apiVersion, kind, minor);
  if (struct !== undefined) return strategicPatch(object, patch, PatchSchema.of(struct, minor));
  throw new KubectlError(
    `strategic merge patch is not supported for ${apiVersion.includes('/') ? '' : '/'}${apiVersion}, Kind=${kind} locally, try --type merge`,
  );
}
