import { quote } from '../../go/format';
import { Drops, nested } from '../gates/drop';
import { defineRule, type Rule } from '../rule';
import { RESOURCE_SLICE_SPEC } from '../rules/dynamic-resources/slice';
import type { ResourceSlice } from '../schema/types';
import { warnAt } from '../warnings/warn-at';
import { NO_DEFAULTS, type Strategy } from './strategy';

/** Servers add the time to taints that have none. */
export const RESOURCE_SLICE: Strategy<ResourceSlice> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  generationSince: 0,

  /** dropDisabledFields, pkg/registry/resource/resourceslice 1.34 to 1.37. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  applyDefaults: NO_DEFAULTS,

  /** ValidateResourceSlice, pkg/apis/resource/validation 1.36. */
  validate: ({ spec = {} }, at) => at.field('spec').apply(RESOURCE_SLICE_SPEC, spec),

  /** WarningsOnCreate, pkg/registry/resource/resourceslice 1.35 and 1.36. */
  warn({ spec }, at) {
    if (at.minor >= 35) at.field('spec', 'driver').apply(DRIVER, spec?.driver ?? '');
  },
};

const DROPS = new Drops<object>([
  nested('DRADeviceTaints', 'devices.*.taints'),
  nested('DRAPartitionableDevices', 'sharedCounters'),
  nested('DRAPartitionableDevices', 'perDeviceNodeSelection'),
  nested('DRAPartitionableDevices', 'devices.*.consumesCounters'),
  nested('DRAPartitionableDevices', 'devices.*.nodeName'),
  nested('DRAPartitionableDevices', 'devices.*.nodeSelector'),
  nested('DRAPartitionableDevices', 'devices.*.allNodes'),
  nested('DRADeviceBindingConditions', 'devices.*.bindingConditions'),
  nested('DRADeviceBindingConditions', 'devices.*.bindingFailureConditions'),
  nested('DRADeviceBindingConditions', 'devices.*.bindsToNode'),
  nested('DRAConsumableCapacity', 'devices.*.allowMultipleAllocations'),
  nested('DRAConsumableCapacity', 'devices.*.capacity.*.requestPolicy'),
  nested('DRADeviceCompatibilityGroups', 'devices.*.consumesCounters.*.compatibilityGroups'),
  nested('DRANodeAllocatableResources', 'devices.*.nodeAllocatableResourceMappings'),
  nested('DRANodeAllocatableResources', 'devices.*.nodeAllocatableResources'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.bools'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.ints'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.strings'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.versions'),
  nested('DRAPartitionableDevicesType', 'partitionTypeAttribute'),
  nested('DRAOptionalNodeOperations', 'skipNodeOperations'),
]);

export const DRIVER = defineRule<Rule<string>>({
  id: 'driver-case',
  stage: 'warn',
  mistake: 'a driver name with uppercase letters',
  suggestion: 'use lowercase letters',
  judge(driver, at) {
    if (driver === driver.toLowerCase()) return;
    warnAt(
      at,
      `driver names should be lowercase; ${quote(driver)} contains uppercase characters`,
      `write ${driver.toLowerCase()}`,
    );
  },
});
