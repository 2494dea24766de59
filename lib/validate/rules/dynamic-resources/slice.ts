import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Device, ResourcePool, ResourceSliceSpec } from '../../schema/types';
import { COUNTER_SET } from './counters';
import { SLICE_DEVICE } from './device';
import { judgeSet } from './lists';
import { judgeDriverName, judgePoolName } from './names';
import { judgeNodesOfSlice } from './node-selection';
import { shownCounterSet } from './shown';

const DEVICES_LIMIT = 128;
/** Devices with taints or counters take more room. */
const LARGE_DEVICES_LIMIT = 64;
const COUNTER_SETS = { limit: 8, unique: 'name', shown: shownCounterSet } as const;

/** validateResourceSliceSpec, pkg/apis/resource/validation 1.36. */
export const RESOURCE_SLICE_SPEC = defineRule<Rule<ResourceSliceSpec>>({
  id: 'resource-slice',
  stage: 'judge',
  mistake:
    'a ResourceSlice without a driver or pool, with no or several kinds of nodes, or with too many or repeated devices',
  suggestion:
    'set `driver`, `pool`, and one of `nodeName`, `nodeSelector`, `allNodes` and `perDeviceNodeSelection`',
  judge(spec, at) {
    const { driver = '', pool = {}, devices, sharedCounters, perDeviceNodeSelection = false } = spec;
    judgeDriverName(driver, at.field('driver'));
    judgePool(pool, at.field('pool'));
    judgeNodesOfSlice(spec, at);
    if (sharedCounters && devices) {
      at.invalid('', 'only one of `sharedCounters` or `devices` is allowed', {
        suggestion: 'move sharedCounters to a ResourceSlice of its own',
      });
    }
    const rules = { limit: limitOf(devices ?? []), unique: 'name' } as const;
    judgeSet(devices ?? [], rules, at.field('devices'), (device, place) =>
      place.apply(SLICE_DEVICE, { device, perDeviceNodeSelection }),
    );
    judgeSet(sharedCounters ?? [], COUNTER_SETS, at.field('sharedCounters'), (set, place) =>
      place.apply(COUNTER_SET, set),
    );
  },
});

const limitOf = (devices: readonly Device[]) =>
  devices.some(({ taints, consumesCounters }) => taints?.length || consumesCounters?.length)
    ? LARGE_DEVICES_LIMIT
    : DEVICES_LIMIT;

/** validateResourcePool, 1.36. */
function judgePool(
  { name = '', resourceSliceCount: count = 0, generation = 0 }: ResourcePool,
  at: Field,
): void {
  judgePoolName(name, at.field('name'));
  if (count <= 0) {
    at.field('resourceSliceCount').invalid(count, 'must be greater than zero', {
      suggestion: 'set the number of ResourceSlices in the pool',
    });
  }
  if (generation < 0) {
    at.field('generation').invalid(generation, 'must be greater than or equal to zero');
  }
}
