import type { Rule } from '../rule';
import type { LabelSelector } from '../schema/types';
import { nodeLabelWarning, warnOfTerm, DEPRECATED_NODE_LABEL } from '../warnings/node-labels';
import type { AnyObject, Strategy } from './strategy';

interface CsiStorageCapacity extends AnyObject {
  readonly nodeTopology?: LabelSelector;
}

export const CSI_STORAGE_CAPACITY: Strategy<CsiStorageCapacity> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIStorageCapacity',

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
