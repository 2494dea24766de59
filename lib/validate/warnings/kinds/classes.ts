import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { LabelSelector } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { nodeLabelWarning, warnOfTerm, DEPRECATED_NODE_LABEL } from '../node-labels';

interface StorageClass {
  readonly allowedTopologies?: readonly {
    readonly matchLabelExpressions?: readonly { readonly key?: string }[];
  }[];
}

/** GetWarningsForStorageClass, pkg/api/storage 1.30 to 1.36. */
export function warnOfStorageClass(
  { allowedTopologies = [] }: StorageClass,
  path: FieldPath,
  verdict: Verdict,
): void {
  allowedTopologies.forEach(({ matchLabelExpressions = [] }, index) =>
    matchLabelExpressions.forEach(({ key = '' }, number) =>
      verdict.apply(
        LABEL,
        key,
        path
          .child('allowedTopologies')
          .index(index)
          .child('matchLabelExpressions')
          .index(number)
          .child('key'),
      ),
    ),
  );
}

/** GetWarningsForCSIStorageCapacity, pkg/api/storage 1.30 to 1.36. */
export function warnOfCsiStorageCapacity(
  { nodeTopology }: { readonly nodeTopology?: LabelSelector },
  path: FieldPath,
  verdict: Verdict,
): void {
  if (nodeTopology) verdict.apply(SELECTOR, nodeTopology, path.child('nodeTopology'));
}

interface RuntimeClass {
  readonly scheduling?: { readonly nodeSelector?: { readonly [label: string]: string } };
}

/** GetWarningsForRuntimeClass, pkg/api/node 1.30 to 1.36: it names the map, not the key. */
export function warnOfRuntimeClass({ scheduling }: RuntimeClass, path: FieldPath, verdict: Verdict): void {
  if (scheduling?.nodeSelector) {
    verdict.apply(NODE_SELECTOR, scheduling.nodeSelector, path.child('scheduling', 'nodeSelector'));
  }
}

const LABEL: Rule<string> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge(key, path, verdict) {
    const text = nodeLabelWarning(key, verdict.minor);
    if (text) verdict.warn(path, `${path}: ${text}`);
  },
};

/** GetWarningsForNodeSelector, pkg/api/node 1.30 to 1.36. */
const SELECTOR: Rule<LabelSelector> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge({ matchExpressions = [], matchLabels = {} }, path, verdict) {
    warnOfTerm({ matchExpressions }, false, path, verdict);
    for (const key of Object.keys(matchLabels)) {
      const text = nodeLabelWarning(key, verdict.minor);
      if (text) {
        verdict.warn(path.child('matchLabels').key(key), `${path.child('matchLabels', key)}: ${text}`);
      }
    }
  },
};

const NODE_SELECTOR: Rule<{ readonly [label: string]: string }> = {
  id: DEPRECATED_NODE_LABEL.id,
  judge(labels, path, verdict) {
    for (const key of Object.keys(labels)) {
      const text = nodeLabelWarning(key, verdict.minor);
      if (text) verdict.warn(path.key(key), `${path}: ${text}`);
    }
  },
};

interface CsiDriver {
  readonly spec?: {
    readonly tokenRequests?: readonly unknown[];
    readonly serviceAccountTokenInSecrets?: boolean;
  };
}

/** WarningsOnCreate, pkg/registry/storage/csidriver 1.35 and 1.36. */
export function warnOfCsiDriver({ spec = {} }: CsiDriver, path: FieldPath, verdict: Verdict): void {
  if (verdict.minor < 35 || !spec.tokenRequests?.length || spec.serviceAccountTokenInSecrets !== undefined) {
    return;
  }
  verdict.apply(TOKENS, undefined, path.child('spec', 'tokenRequests'));
}

export const TOKENS = defineRule<Rule<undefined>>({
  id: 'csi-driver-tokens',
  stage: 'warn',
  mistake: 'a CSI driver that asks for tokens without saying whether they are secret',
  suggestion: 'set `spec.serviceAccountTokenInSecrets: true` if the driver supports it',
  judge: (_, path, verdict) =>
    verdict.warn(
      path,
      'spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes',
    ),
});
