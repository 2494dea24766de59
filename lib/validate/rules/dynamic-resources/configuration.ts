import { byteLength } from '../../../apimachinery/messages';
import { goJson } from '../../../go/marshal';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { OpaqueDeviceConfiguration } from '../../schema/types';
import { judgeDeclaredDriverName } from './names';

const PARAMETERS_LIMIT = 10 * 1024;
/** As a server shows what it does not want to show. */
const OMITTED = '<value omitted>';

/** validateDeviceConfiguration, 1.36. */
export const DEVICE_CONFIGURATION = defineRule<Rule<OpaqueDeviceConfiguration | undefined>>({
  id: 'device-configuration',
  stage: 'judge',
  mistake:
    'a configuration of devices without a driver or parameters, or with parameters that are too large or not an object',
  suggestion: 'set `opaque.driver`, and an object of at most 10 KiB as `opaque.parameters`',
  judge(opaque, at) {
    if (!opaque) return at.required('', { suggestion: 'set driver and parameters of opaque' });
    judgeDeclaredDriverName(opaque.driver ?? '', at.field('driver'));
    judgeParameters(opaque.parameters, at.field('parameters'));
  },
});

/** validateRawExtension, 1.36: what is measured is the text that kubectl sends. */
function judgeParameters(parameters: unknown, at: Field): void {
  if (parameters === undefined) {
    at.required('', { suggestion: 'set an object, as the driver documents it' });
  } else if (byteLength(goJson(parameters)) > PARAMETERS_LIMIT) {
    at.tooLong(PARAMETERS_LIMIT);
  } else if (typeof parameters !== 'object' || Array.isArray(parameters)) {
    at.invalid(OMITTED, 'must be a valid JSON object');
  }
}
