import { Drops, field } from '../gates/drop';
import { DEVICE_CLASS_SPEC } from '../rules/dynamic-resources/device-class';
import { LONG_NAMES, SUBDOMAIN_NAMES } from '../rules/names';
import type { DeviceClass, DeviceClassSpec } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

/** CEL expressions are not compiled. */
export const DEVICE_CLASS: Strategy<DeviceClass> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceClass',
  names: (minor) => (minor >= 35 ? LONG_NAMES : SUBDOMAIN_NAMES),
  generationSince: 0,

  /** dropDisabledFields, pkg/registry/resource/deviceclass 1.34 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  applyDefaults: NO_DEFAULTS,

  /** ValidateDeviceClass, pkg/apis/resource/validation 1.36. */
  validate: ({ spec = {} }, at) => at.field('spec').apply(DEVICE_CLASS_SPEC, spec),
};

const DROPS = new Drops<DeviceClassSpec>([field('DRAExtendedResource', 'extendedResourceName')]);
