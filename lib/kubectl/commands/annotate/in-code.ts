import { changeUnstructured, checkAnyPairs } from '../../change/in-code';
import type { Made } from '../../made';
import { changeAnnotations, checkAnnotationChanges } from './change';
import type { KubectlAnnotateOptions } from './options';

export const annotate = (manifest: unknown, options: KubectlAnnotateOptions): Made =>
  changeUnstructured(manifest, options, ['annotations', 'remove', 'overwrite'], (object) => {
    const { annotations = {}, remove = [], overwrite = false } = options;
    const changes = { set: new Map(Object.entries(annotations)), removed: remove };
    checkAnyPairs(changes, 'annotation');
    checkAnnotationChanges(changes);
    changeAnnotations(object, { ...changes, overwrite });
    return object;
  });
