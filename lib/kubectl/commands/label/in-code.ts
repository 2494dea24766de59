import { changeUnstructured, checkAnyPairs, pairsOf } from '../../change/in-code';
import type { Made } from '../../made';
import { changeLabels, parseLabelChanges } from './change';
import type { KubectlLabelOptions } from './options';

export const label = (manifest: unknown, options: KubectlLabelOptions): Made =>
  changeUnstructured(manifest, options, ['labels', 'remove', 'overwrite'], (object, minor) => {
    const { labels = {}, remove = [], overwrite = false } = options;
    const changes = parseLabelChanges(
      [...pairsOf(labels, 'labels'), ...remove.map((key) => `${key}-`)],
      minor,
    );
    checkAnyPairs(changes, 'label');
    changeLabels(object, { ...changes, overwrite });
    return object;
  });
