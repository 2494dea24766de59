import type { Rule } from '../rule';
import { nodeLabelWarning, DEPRECATED_NODE_LABEL } from '../warnings/node-labels';
import {
  RUNTIME_HANDLER,
  RUNTIME_OVERHEAD,
  RUNTIME_SCHEDULING,
} from '../rules/cluster-objects/runtime-class';
import type { RuntimeClass } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

type Labels = { readonly [label: string]: string };

export const RUNTIME_CLASS: Strategy<RuntimeClass> = {
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  genericMetadata: true,
  applyDefaults: NO_DEFAULTS,

  /** ValidateRuntimeClass, pkg/apis/node/validation 1.36. */
  validate({ handler = '', overhead, scheduling }, at) {
    at.field('handler').apply(RUNTIME_HANDLER, handler);
    if (overhead) at.field('overhead').apply(RUNTIME_OVERHEAD, overhead);
    if (scheduling) at.field('scheduling').apply(RUNTIME_SCHEDULING, scheduling);
  },

  /** GetWarningsForRuntimeClass, pkg/api/node 1.30 to 1.36. */
  warn({ scheduling }, at) {
    if (scheduling?.nodeSelector) {
      at.field('scheduling', 'nodeSelector').apply(NODE_SELECTOR, scheduling.nodeSelector);
    }
  },
};

/** The server names the map, not the key. */
const NODE_SELECTOR: Rule<Labels> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge(labels, at) {
    for (const key of Object.keys(labels)) {
      const text = nodeLabelWarning(key, at.minor);
      if (text) at.key(key).warn(`${at}: ${text}`);
    }
  },
};
