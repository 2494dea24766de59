import { Drops, field } from '../gates/drop';
import type { Rule } from '../rule';
import { warnOfNetwork, ADDRESS_FORM } from '../warnings/addresses';
import { warnAt } from '../warnings/warn-at';
import type { AnyObject, Strategy } from './strategy';
import { DEPRECATED_FIELD } from '../warnings/deprecated-field';

interface NodeSpec {
  readonly externalID?: string;
  readonly podCIDRs?: readonly string[];
  readonly podCIDR?: string;
}

interface NodeStatus {
  runtimeHandlers?: readonly unknown[];
  features?: object;
  declaredFeatures?: readonly string[];
}

interface Node extends AnyObject {
  readonly spec?: NodeSpec;
  readonly status?: NodeStatus;
}

export const NODE: Strategy<Node> = {
  apiVersion: 'v1',
  kind: 'Node',

  /** dropDisabledFields, pkg/registry/core/node 1.30 to 1.36. */
  dropDisabledFields({ status }, path, verdict) {
    if (status) DROPS.run(status, path.field('status'), verdict);
  },

  /**
   * nodeWarnings, pkg/registry/core/node 1.30 to 1.36; of configSource it says nothing on create, where the
   * field is dropped before.
   */
  warn({ spec = {} }, path, verdict) {
    verdict.apply(NODE_FIELDS, spec, path.field('spec'));
    verdict.apply(
      POD_RANGES,
      spec.podCIDRs ?? (spec.podCIDR ? [spec.podCIDR] : []),
      path.field('spec', 'podCIDRs'),
    );
  },
};

/** Of runtimeHandlers, servers ask for the gate UserNamespacesSupport, too, which comes later. */
const DROPS = new Drops<NodeStatus>([
  field('RecursiveReadOnlyMounts', 'runtimeHandlers'),
  field('SupplementalGroupsPolicy', 'features'),
  field('NodeDeclaredFeatures', 'declaredFeatures'),
]);

const NODE_FIELDS: Rule<NodeSpec> = {
  id: DEPRECATED_FIELD.id,
  judge({ externalID }, path, verdict) {
    if (externalID) {
      warnAt(
        path.field('externalID'),
        'this field is deprecated, and is unused by Kubernetes',
        verdict,
        'remove it',
      );
    }
  },
};

const POD_RANGES: Rule<readonly string[]> = {
  id: ADDRESS_FORM.id,
  judge: (ranges, path, verdict) =>
    ranges.forEach((range, index) => warnOfNetwork(range, path.index(index), verdict)),
};
