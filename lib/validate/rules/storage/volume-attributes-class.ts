import { defineRule, type Rule } from '../../rule';
import type { VolumeAttributesClass } from '../../schema/types';
import { CLASS_PARAMETERS, judgeProvisioner } from './parameters';

/** ValidateVolumeAttributesClass, pkg/apis/storage/validation 1.36. */
export const VOLUME_ATTRIBUTES_CLASS_RULES = defineRule<Rule<VolumeAttributesClass>>({
  id: 'volume-attributes-class',
  stage: 'judge',
  mistake: 'a VolumeAttributesClass without a driver or without parameters',
  suggestion: 'set `driverName` and at least one of `parameters`',
  judge({ driverName, parameters = {} }, at) {
    judgeProvisioner(driverName, at.field('driverName'));
    const place = at.field('parameters');
    place.apply(CLASS_PARAMETERS, parameters);
    if (!Object.keys(parameters).length) {
      place.required('must contain at least one key/value pair', { suggestion: 'add a parameter' });
    }
  },
});
