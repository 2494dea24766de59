import { Drops, field } from '../gates/drop';
import { LONG_NAMES, SUBDOMAIN_NAMES } from '../rules/names';
import type { AnyObject, Strategy } from './strategy';

interface DeviceClassSpec {
  extendedResourceName?: string;
}

interface DeviceClass extends AnyObject {
  readonly spec?: DeviceClassSpec;
}

export const DEVICE_CLASS: Strategy<DeviceClass> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceClass',
  names: (minor) => (minor >= 35 ? LONG_NAMES : SUBDOMAIN_NAMES),
  generationSince: 0,

  /** dropDisabledFields, pkg/registry/resource/deviceclass 1.34 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },
};

const DROPS = new Drops<DeviceClassSpec>([field('DRAExtendedResource', 'extendedResourceName')]);
