import { Drops, nested } from '../../gates/drop';

/** DropDisabledFields, pkg/api/resourceclaimspec 1.34 to 1.36, of a ResourceClaim's spec. */
export const CLAIM_SPEC_DROPS = new Drops<object>([
  nested('DRAPrioritizedList', 'devices.requests.*.firstAvailable'),
  nested('DRADeviceTaints', 'devices.requests.*.exactly.tolerations'),
  nested('DRADeviceTaints', 'devices.requests.*.firstAvailable.*.tolerations'),
  nested('DRAAdminAccess', 'devices.requests.*.exactly.adminAccess'),
  nested('DRAConsumableCapacity', 'devices.constraints.*.distinctAttribute'),
  nested('DRAConsumableCapacity', 'devices.requests.*.exactly.capacity'),
  nested('DRAConsumableCapacity', 'devices.requests.*.firstAvailable.*.capacity'),
]);
