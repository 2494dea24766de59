import { changeTyped } from '../../change/in-code';
import { parseToLabelSelector } from '../../flag-values/label-selector';
import type { GeneratedManifest } from '../../generated-manifest';
import type { KubectlChangeOptions } from '../../options/shared';
import { setSelector as change } from './change';

export const setSelector = (
  manifest: unknown,
  selector: string,
  options: KubectlChangeOptions,
): GeneratedManifest =>
  changeTyped(manifest, options, [], (object, minor) =>
    change(object, parseToLabelSelector(selector, minor)),
  );
