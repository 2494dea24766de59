import { goJson } from '../../../go/marshal';
import { changeUnstructured } from '../../change/in-code';
import type { Made } from '../../made';
import { plain } from '../../manifests/plain';
import { patchJson } from '../../patch/json-text';
import { patched, patchTypeOf } from '../../patch/patch';
import type { KubectlPatchOptions } from './options';

export const patch = (manifest: unknown, change: unknown, options: KubectlPatchOptions): Made =>
  changeUnstructured(manifest, options, ['type'], (object, minor) => {
    const json = typeof change === 'string' ? patchJson(change, change) : goJson(plain(change, 'patch'));
    return patched(object, patchTypeOf(options.type ?? ''), json, minor);
  });
