import { quote } from '../../go/format';
import { Drops, nested } from '../gates/drop';
import { defineRule, type Rule } from '../rule';
import { warnAt } from '../warnings/warn-at';
import type { AnyObject, Strategy } from './strategy';

interface ResourceSlice extends AnyObject {
  readonly spec?: { readonly driver?: string };
}

export const RESOURCE_SLICE: Strategy<ResourceSlice> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  generationSince: 0,

  /** dropDisabledFields, pkg/registry/resource/resourceslice 1.34 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

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
  nested('DRANodeAllocatableResources', 'devices.*.nodeAllocatableResourceMappings'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.bools'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.ints'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.strings'),
  nested('DRAListTypeAttributes', 'devices.*.attributes.*.versions'),
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
