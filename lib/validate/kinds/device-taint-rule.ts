import { DEVICE_TAINT_SELECTOR } from '../rules/dynamic-resources/taint-selector';
import { DEVICE_TAINT } from '../rules/dynamic-resources/tolerations';
import type { DeviceTaintRule } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

/** Servers add the time to a taint that has none. */
export const DEVICE_TAINT_RULE: Strategy<DeviceTaintRule> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceTaintRule',
  generationSince: 0,
  applyDefaults: NO_DEFAULTS,

  /** ValidateDeviceTaintRule, pkg/apis/resource/validation 1.37. */
  validate({ spec = {} }, at) {
    const place = at.field('spec');
    place.field('deviceSelector').apply(DEVICE_TAINT_SELECTOR, spec.deviceSelector ?? {});
    place.field('taint').apply(DEVICE_TAINT, spec.taint ?? {});
  },
};
