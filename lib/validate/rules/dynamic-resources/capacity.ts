import type { Quantity } from '../../../apimachinery/quantity';
import { quantity } from '../../../apimachinery/parse-quantity';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { CapacityRequestPolicy, DeviceCapacity, Scalar } from '../../schema/types';
import { judgeRange } from './capacity-range';
import { judgeUnique } from './lists';

const VALUES_LIMIT = 10;

export interface CapacitySubject {
  readonly capacity: DeviceCapacity;
  /** Whether the device may be allocated several times. */
  readonly shared: boolean;
}

/** validateMultiAllocatableDeviceCapacity and validateSingleAllocatableDeviceCapacity, 1.36. */
export const DEVICE_CAPACITY = defineRule<Rule<CapacitySubject>>({
  id: 'device-capacity',
  stage: 'judge',
  mistake:
    'a request policy of a capacity without a default, with a default or values outside of what it allows, or of a device that is not shared',
  suggestion: 'set `default` to a value that the policy allows, and `allowMultipleAllocations` to true',
  judge({ capacity: { value, requestPolicy }, shared }, at) {
    if (!requestPolicy) return;
    const place = at.field('requestPolicy');
    if (shared) {
      judgePolicy(requestPolicy, quantity(value), place);
    } else {
      place.forbidden('allowMultipleAllocations must be true', {
        suggestion: 'set allowMultipleAllocations of the device to true, or remove requestPolicy',
      });
    }
  },
});

/** validateRequestPolicy, 1.36. */
function judgePolicy(policy: CapacityRequestPolicy, most: Quantity, at: Field): void {
  const { validValues = [], validRange, default: usual } = policy;
  if (validValues.length && validRange) {
    const text =
      'exactly one policy can be specified, cannot specify "validValues" and "validRange" at the same time';
    return at.forbidden(text, { suggestion: 'remove validValues or validRange' });
  }
  if (!validValues.length && !validRange) return;
  if (usual === undefined) {
    const kind = validRange ? 'validRange' : 'validValues';
    return at.field('default').required(`required when ${kind} is defined`);
  }
  if (validRange) judgeRange(validRange, quantity(usual), most, at.field('validRange'));
  else judgeValues(validValues, quantity(usual), most, at.field('validValues'));
}

/** validateRequestPolicyValidValues, 1.36. */
function judgeValues(given: readonly Scalar[], usual: Quantity, most: Quantity, at: Field): void {
  const values = given.map((value) => quantity(value));
  values.forEach((value, index) => {
    if (index && values[index - 1].compare(value) > 0) {
      at.index(index).invalid(value.toString(), 'values must be sorted in ascending order');
    }
  });
  const tooMany = values.length > VALUES_LIMIT;
  if (tooMany) at.tooMany(values.length, VALUES_LIMIT);
  else judgeEach(values, most, at);
  if (!tooMany && values.some((value) => value.compare(usual) === 0)) return;
  at.invalid(usual.toString(), 'default value is not valid according to the requestPolicy', {
    suggestion: 'add the default to validValues, or choose one of them',
  });
}

/** Servers round up before they compare values with each other. */
function judgeEach(values: readonly Quantity[], most: Quantity, at: Field): void {
  values.forEach((value, index) => {
    if (value.compare(most) > 0) {
      at.index(index).invalid(value.toString(), `option is larger than capacity value: ${most}`);
    }
  });
  const rounded = values.map((value) => String(value.roundedUp()));
  judgeUnique(rounded, {}, at);
}
