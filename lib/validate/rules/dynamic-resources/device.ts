import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Device, DeviceAttribute } from '../../schema/types';
import { DECLARED_ATTRIBUTE, DEVICE_ATTRIBUTE, ONE_VALUE } from './attributes';
import { BINDING_CONDITIONS } from './binding-conditions';
import { DEVICE_CAPACITY } from './capacity';
import { COUNTER_CONSUMPTION } from './counters';
import { isDeclared } from '../declared';
import { judgeSet } from './lists';
import { entryAt, keyAt } from './maps';
import { judgeLabelName, judgeQualifiedName } from './names';
import { judgeNodesOfDevice } from './node-selection';
import { shownConsumption } from './shown';
import { DEVICE_TAINTS } from './tolerations';

const ENTRIES_LIMIT = 32;
const VALUES_LIMIT = 48;
/** A domain, a slash and an identifier. */
const KEY_LIMIT = 63 + 1 + 32;
const CONSUMPTIONS = { limit: 2, unique: 'counterSet', shown: shownConsumption } as const;

export interface DeviceSubject {
  readonly device: Device;
  /** Whether the slice leaves it to its devices which nodes have them. */
  readonly perDeviceNodeSelection: boolean;
}

/** validateDevice, 1.36. */
export const SLICE_DEVICE = defineRule<Rule<DeviceSubject>>({
  id: 'slice-device',
  stage: 'judge',
  mistake:
    'a device with a malformed name, with too many attributes and capacities, or with nodes that it may not have',
  suggestion: 'use a lowercase name, and set nodes of a device only with `perDeviceNodeSelection`',
  judge({ device, perDeviceNodeSelection }, at) {
    const { name = '', taints = [], consumesCounters = [] } = device;
    judgeLabelName(name, at.field('name'));
    judgeSize(device, at);
    judgeAttributes(device.attributes ?? {}, at.field('attributes'));
    judgeCapacity(device, at.field('capacity'));
    at.field('taints').apply(DEVICE_TAINTS, taints);
    judgeSet(consumesCounters, CONSUMPTIONS, at.field('consumesCounters'), (consumption, place) =>
      place.apply(COUNTER_CONSUMPTION, consumption),
    );
    if (perDeviceNodeSelection) judgeNodesOfDevice(device, at);
    else judgeNoNodes(device, at);
    at.apply(BINDING_CONDITIONS, device);
  },
});

function judgeSize({ attributes = {}, capacity = {} }: Device, at: Field): void {
  const values = Object.keys(attributes).length;
  const entries = values + Object.keys(capacity).length;
  if (entries > ENTRIES_LIMIT) {
    const text = `the total number of attributes and capacities must not exceed ${ENTRIES_LIMIT}`;
    at.invalid(entries, text, { suggestion: `keep at most ${ENTRIES_LIMIT}` });
  }
  if (values > VALUES_LIMIT && at.minor >= 36) {
    const text = `the total number of attribute values must not exceed ${VALUES_LIMIT}`;
    at.invalid(values, text, { suggestion: `keep at most ${VALUES_LIMIT}` });
  }
}

type Attributes = { readonly [key: string]: DeviceAttribute };

/** Functions and tags of the API name too long a key differently: then a server reports both. */
function judgeAttributes(attributes: Attributes, at: Field): void {
  for (const key of Object.keys(attributes)) {
    judgeQualifiedName(key, keyAt(key, KEY_LIMIT, at));
    const entry = entryAt(key, KEY_LIMIT, at);
    entry.apply(DEVICE_ATTRIBUTE, attributes[key]);
    const whole = isDeclared(at) ? at.key(key) : undefined;
    whole?.apply(DECLARED_ATTRIBUTE, attributes[key]);
    if (whole?.toString() !== entry.toString()) entry.apply(ONE_VALUE, attributes[key]);
  }
}

function judgeCapacity({ capacity = {}, allowMultipleAllocations: shared = false }: Device, at: Field): void {
  for (const key of Object.keys(capacity)) {
    judgeQualifiedName(key, keyAt(key, KEY_LIMIT, at));
    entryAt(key, KEY_LIMIT, at).apply(DEVICE_CAPACITY, { capacity: capacity[key], shared });
  }
}

function judgeNoNodes({ nodeName, nodeSelector, allNodes }: Device, at: Field): void {
  if (nodeName === undefined && !nodeSelector && allNodes === undefined) return;
  at.invalid(
    undefined,
    '`nodeName`, `nodeSelector` and `allNodes` can only be set if `perDeviceNodeSelection` is set to true in the ResourceSlice spec',
    { suggestion: 'set spec.perDeviceNodeSelection: true, or remove them from the device' },
  );
}
