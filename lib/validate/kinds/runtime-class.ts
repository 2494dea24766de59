import type { Rule } from '../rule';
import { nodeLabelWarning, DEPRECATED_NODE_LABEL } from '../warnings/node-labels';
import type { AnyObject, Strategy } from './strategy';

type Labels = { readonly [label: string]: string };

interface RuntimeClass extends AnyObject {
  readonly scheduling?: { readonly nodeSelector?: Labels };
}

export const RUNTIME_CLASS: Strategy<RuntimeClass> = {
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  genericMetadata: true,

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
