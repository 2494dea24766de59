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
  dropDisabledFields({ status }, at) {
    if (status) DROPS.run(status, at.field('status'));
  },

  /**
   * nodeWarnings, pkg/registry/core/node 1.30 to 1.36; of configSource it says nothing on create, where the
   * field is dropped before.
   */
  warn({ spec = {} }, at) {
    at.field('spec').apply(NODE_FIELDS, spec);
    at.field('spec', 'podCIDRs').apply(POD_RANGES, spec.podCIDRs ?? (spec.podCIDR ? [spec.podCIDR] : []));
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
  judge({ externalID }, at) {
    if (externalID) {
      warnAt(at.field('externalID'), 'this field is deprecated, and is unused by Kubernetes', 'remove it');
    }
  },
};

const POD_RANGES: Rule<readonly string[]> = {
  id: ADDRESS_FORM.id,
  judge: (ranges, at) => ranges.forEach((range, index) => warnOfNetwork(range, at.index(index))),
};
