import type { Rule } from '../rule';
import { STORAGE_CLASS_RULES } from '../rules/storage/storage-class';
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

  /** ValidateStorageClass, pkg/apis/storage/validation 1.36. */
  validate: (object, at) => at.apply(STORAGE_CLASS_RULES, object),

  /** GetWarningsForStorageClass, pkg/api/storage 1.30 to 1.36. */
  warn({ allowedTopologies = [] }, at) {
    allowedTopologies.forEach(({ matchLabelExpressions = [] }, index) => {
      const place = at.field('allowedTopologies').index(index).field('matchLabelExpressions');
      matchLabelExpressions.forEach(({ key = '' }, number) =>
        place.index(number).field('key').apply(LABEL, key),
      );
    });
  },
};

const LABEL: Rule<string> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge(key, at) {
    const text = nodeLabelWarning(key, at.minor);
    if (text) at.warn(`${at}: ${text}`);
  },
};
