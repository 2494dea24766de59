import { changeUnstructured, requirePairs } from '../../change/in-code';
import type { GeneratedManifest } from '../../generated-manifest';
import { changeAnnotations, checkAnnotationChanges } from './change';
import type { KubectlAnnotateOptions } from './options';

export const annotate = (manifest: unknown, options: KubectlAnnotateOptions): GeneratedManifest =>
  changeUnstructured(manifest, options, ['annotations', 'remove', 'overwrite'], (object) => {
    const { annotations = {}, remove = [], overwrite = false } = options;
    const changes = { set: new Map(Object.entries(annotations)), removed: remove };
    requirePairs(changes, 'annotation');
    checkAnnotationChanges(changes);
    changeAnnotations(object, { ...changes, overwrite });
    return object;
  });
