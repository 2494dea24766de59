import { changeTyped } from '../../change/in-code';
import { podSpecOf } from '../../change/pod-spec';
import type { GeneratedManifest } from '../../generated-manifest';
import type { KubectlChangeOptions } from '../../options/shared';

export const setServiceAccount = (
  manifest: unknown,
  name: string,
  options: KubectlChangeOptions,
): GeneratedManifest =>
  changeTyped(manifest, options, [], (object) => {
    podSpecOf(object).serviceAccountName = name;
  });
