import { Drops, nested } from '../../gates/drop';
import type { ExactDeviceRequest, ResourceClaimSpec } from '../../schema/types';

/** DropDisabledFields, pkg/api/resourceclaimspec 1.34 to 1.37, of a ResourceClaim's spec. */
export const CLAIM_SPEC_DROPS = new Drops<object>([
  nested('DRAPrioritizedList', 'devices.requests.*.firstAvailable'),
  nested('DRADeviceTaints', 'devices.requests.*.exactly.tolerations'),
  nested('DRADeviceTaints', 'devices.requests.*.firstAvailable.*.tolerations'),
  nested('DRAAdminAccess', 'devices.requests.*.exactly.adminAccess'),
  nested('DRAConsumableCapacity', 'devices.constraints.*.distinctAttribute'),
  nested('DRAConsumableCapacity', 'devices.requests.*.exactly.capacity'),
  nested('DRAConsumableCapacity', 'devices.requests.*.firstAvailable.*.capacity'),
  nested('DRADerivedAttributes', 'devices.requests.*.exactly.derivedAttributes'),
  nested('DRADerivedAttributes', 'devices.requests.*.firstAvailable.*.derivedAttributes'),
]);

/** SetDefaults_ExactDeviceRequest and SetDefaults_DeviceSubRequest, pkg/apis/resource/v1 1.36. */
export function defaultClaimRequests({ devices }: ResourceClaimSpec): void {
  for (const { exactly, firstAvailable = [] } of devices?.requests ?? []) {
    if (exactly) defaultRequest(exactly);
    firstAvailable.forEach(defaultRequest);
  }
}

type Defaulted = Pick<ExactDeviceRequest, 'allocationMode' | 'count' | 'tolerations'>;

function defaultRequest(request: Defaulted): void {
  request.allocationMode ||= 'ExactCount';
  if (request.allocationMode === 'ExactCount') request.count ||= 1;
  for (const toleration of request.tolerations ?? []) toleration.operator ||= 'Equal';
}
