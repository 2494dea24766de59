import type { Rule } from '../rule';
import { CSI_STORAGE_CAPACITY_RULES } from '../rules/storage/csi-storage-capacity';
import type { CSIStorageCapacity, LabelSelector } from '../schema/types';
import { nodeLabelWarning, warnOfTerm, DEPRECATED_NODE_LABEL } from '../warnings/node-labels';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CSI_STORAGE_CAPACITY: Strategy<CSIStorageCapacity> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIStorageCapacity',
  applyDefaults: NO_DEFAULTS,

  /** ValidateCSIStorageCapacity, pkg/apis/storage/validation 1.36. */
  validate: (object, at) => at.apply(CSI_STORAGE_CAPACITY_RULES, object),

  /** GetWarningsForCSIStorageCapacity, pkg/api/storage 1.30 to 1.36. */
  warn({ nodeTopology }, at) {
    if (nodeTopology) at.field('nodeTopology').apply(SELECTOR, nodeTopology);
  },
};

/** GetWarningsForNodeSelector, pkg/api/node 1.30 to 1.36. */
const SELECTOR: Rule<LabelSelector> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge({ matchExpressions = [], matchLabels = {} }, at) {
    warnOfTerm({ matchExpressions }, false, at);
    for (const key of Object.keys(matchLabels)) {
      const text = nodeLabelWarning(key, at.minor);
      if (text) {
        at.field('matchLabels')
          .key(key)
          .warn(`${at.field('matchLabels', key)}: ${text}`);
      }
    }
  },
};
