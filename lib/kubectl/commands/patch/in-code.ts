import { goJson } from '../../../go/marshal';
import { changeUnstructured } from '../../change/in-code';
import type { GeneratedManifest } from '../../generated-manifest';
import { plainCopy } from '../../manifests/plain-copy';
import { patchJson } from '../../patch/json-text';
import { patched, patchTypeOf } from '../../patch/patch';
import type { KubectlPatchOptions } from './options';

export const patch = (manifest: unknown, change: unknown, options: KubectlPatchOptions): GeneratedManifest =>
  changeUnstructured(manifest, options, ['type'], (object, minor) => {
    const json = typeof change === 'string' ? patchJson(change, change) : goJson(plainCopy(change, 'patch'));
    return patched(object, patchTypeOf(options.type ?? ''), json, minor);
  });
