import type { Rule } from '../rule';
import type { StorageClass } from '../schema/types';
import { nodeLabelWarning, DEPRECATED_NODE_LABEL } from '../warnings/node-labels';
import type { Strategy } from './strategy';

export const STORAGE_CLASS: Strategy<StorageClass> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',

  /** SetDefaults_StorageClass, pkg/apis/storage/v1 1.36. */
  applyDefaults(object) {
    object.reclaimPolicy ??= 'Delete';
    object.volumeBindingMode ??= 'Immediate';
  },

  /** GetWarningsForStorageClass, pkg/api/storage 1.30 to 1.36. */
  warn({ allowedTopologies = [] }, path, verdict) {
    allowedTopologies.forEach(({ matchLabelExpressions = [] }, index) => {
      const place = path.field('allowedTopologies').index(index).field('matchLabelExpressions');
      matchLabelExpressions.forEach(({ key = '' }, number) =>
        verdict.apply(LABEL, key, place.index(number).field('key')),
      );
    });
  },
};

const LABEL: Rule<string> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge(key, path, verdict) {
    const text = nodeLabelWarning(key, verdict.minor);
    if (text) verdict.warn(path, `${path}: ${text}`);
  },
};
