import { changeUnstructured, requirePairs, pairsOf } from '../../change/in-code';
import type { GeneratedManifest } from '../../generated-manifest';
import { changeLabels, parseLabelChanges } from './change';
import type { KubectlLabelOptions } from './options';

export const label = (manifest: unknown, options: KubectlLabelOptions): GeneratedManifest =>
  changeUnstructured(manifest, options, ['labels', 'remove', 'overwrite'], (object, minor) => {
    const { labels = {}, remove = [], overwrite = false } = options;
    const changes = parseLabelChanges(
      [...pairsOf(labels, 'labels'), ...remove.map((key) => `${key}-`)],
      minor,
    );
    requirePairs(changes, 'label');
    changeLabels(object, { ...changes, overwrite });
    return object;
  });
