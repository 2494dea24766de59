import { Drops, field } from '../gates/drop';
import type { Field } from '../field';
import type { Rule } from '../rule';
import { NODE_ANNOTATIONS } from '../rules/node/annotations';
import { podRanges, visitPodRanges, POD_RANGES as POD_RANGES_RULE } from '../rules/node/pod-ranges';
import { DECLARED_FEATURES, NODE_RESOURCES, NODE_SWAP } from '../rules/node/status';
import { NODE_TAINTS } from '../rules/node/taints';
import type { Node, NodeSpec, NodeStatus } from '../schema/types';
import { ADDRESS_FORM, warnOfNetwork } from '../warnings/addresses';
import { DEPRECATED_FIELD } from '../warnings/deprecated-field';
import { warnAt } from '../warnings/warn-at';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const NODE: Strategy<Node> = {
  apiVersion: 'v1',
  kind: 'Node',
  dropsStatusSince: Infinity,

  /** dropDisabledFields, pkg/registry/core/node 1.30 to 1.37. */
  dropDisabledFields({ spec, status }, at) {
    if (spec) {
      if (spec.configSource) dropConfig(spec, 'configSource', at.field('spec'));
      SPEC_DROPS.run(spec, at.field('spec'));
    }
    if (!status) return;
    if (status.config) dropConfig(status, 'config', at.field('status'));
    STATUS_DROPS.run(status, at.field('status'));
  },

  applyDefaults: NO_DEFAULTS,

  /** ValidateNode, pkg/apis/core/validation 1.36. */
  validate({ metadata: { annotations = {} } = {}, spec = {}, status = {} }, at) {
    at.field('metadata', 'annotations').apply(NODE_ANNOTATIONS, annotations);
    if (spec.taints) {
      at.field('metadata', 'taints').shownAt(at.field('spec', 'taints')).apply(NODE_TAINTS, spec.taints);
    }
    at.field('status').apply(NODE_RESOURCES, status);
    if (at.minor >= 33) at.apply(NODE_SWAP, status.nodeInfo?.swap?.capacity);
    at.field('status', 'declaredFeatures').apply(DECLARED_FEATURES, status.declaredFeatures ?? []);
    at.field('spec').apply(POD_RANGES_RULE, spec);
  },

  /** nodeWarnings, pkg/registry/core/node 1.33 to 1.36, and before that of single fields. */
  warn({ spec = {} }, at) {
    at.field('spec').apply(NODE_FIELDS, spec);
    at.field('spec').apply(POD_RANGES, spec);
  },

  /** SetDefaults_NodeStatus and conversion, pkg/apis/core/v1 1.36, and the plugin TaintNodesByCondition. */
  complete(node) {
    const { status, spec = {} } = node;
    const { ranges } = podRanges(spec);
    if (ranges.length) Object.assign(spec, { podCIDR: ranges[0], podCIDRs: ranges });
    const isTainted = spec.taints?.some(
      ({ key, effect }) => key === NOT_READY.key && effect === NOT_READY.effect,
    );
    if (!isTainted) spec.taints = [...(spec.taints ?? []), NOT_READY];
    node.spec = spec;
    if (status?.capacity) status.allocatable ??= status.capacity;
  },
};

const NOT_READY = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' };

const SPEC_DROPS = new Drops<NodeSpec>([
  field('InPlacePodVerticalScalingSchedulerPreemption', 'podPreemptionPolicy'),
]);

/** Of runtimeHandlers, servers ask for the gate UserNamespacesSupport, too, which comes later. */
const STATUS_DROPS = new Drops<NodeStatus>([
  field('RecursiveReadOnlyMounts', 'runtimeHandlers'),
  field('SupplementalGroupsPolicy', 'features'),
  field('NodeDeclaredFeatures', 'declaredFeatures'),
]);

/** What kubelets were configured by until 1.24 goes without a warning. */
function dropConfig<T extends object>(holder: T, name: keyof T & string, at: Field): void {
  delete holder[name];
  at.field(name).droppedFor('dynamic configuration of kubelets is removed', `remove ${name}`);
}

const NODE_FIELDS: Rule<NodeSpec> = {
  id: DEPRECATED_FIELD.id,
  judge({ externalID }, at) {
    if (externalID) {
      warnAt(at.field('externalID'), 'this field is deprecated, and is unused by Kubernetes', 'remove it');
    }
  },
};

const POD_RANGES: Rule<NodeSpec> = {
  id: ADDRESS_FORM.id,
  judge: (spec, at) => visitPodRanges(spec, at, warnOfNetwork),
};
