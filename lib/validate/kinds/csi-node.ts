import { CSI_NODE_RULES } from '../rules/storage/csi-node';
import type { CSINode } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CSI_NODE: Strategy<CSINode> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSINode',
  applyDefaults: NO_DEFAULTS,

  /** ValidateCSINode, pkg/apis/storage/validation 1.36. */
  validate: ({ spec = {} }, at) => at.field('spec', 'drivers').apply(CSI_NODE_RULES, spec.drivers ?? []),
};
