import { changeTyped } from '../../change/in-code';
import { podSpecOf } from '../../change/pod-spec';
import type { Made } from '../../made';
import type { KubectlChangeOptions } from '../../options/shared';

export const setServiceAccount = (manifest: unknown, name: string, options: KubectlChangeOptions): Made =>
  changeTyped(manifest, options, [], (object) => {
    podSpecOf(object).serviceAccountName = name;
  });
