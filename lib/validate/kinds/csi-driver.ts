import { Drops, field } from '../gates/drop';
import { isOn } from '../gates/gates';
import { defineRule, type Rule } from '../rule';
import { CSI_DRIVER_RULES } from '../rules/storage/csi-driver';
import type { CSIDriver, CSIDriverSpec } from '../schema/types';
import type { Strategy } from './strategy';

export const CSI_DRIVER: Strategy<CSIDriver> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',

  /** csiDriverStrategy.PrepareForCreate, pkg/registry/storage/csidriver 1.33 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  /** SetDefaults_CSIDriver, pkg/apis/storage/v1 1.36. */
  applyDefaults(driver, minor) {
    const spec = (driver.spec ??= {});
    spec.attachRequired ??= true;
    spec.podInfoOnMount ??= false;
    spec.storageCapacity ??= false;
    spec.fsGroupPolicy ??= 'ReadWriteOnceWithFSType';
    if (!spec.volumeLifecycleModes?.length) spec.volumeLifecycleModes = ['Persistent'];
    spec.requiresRepublish ??= false;
    spec.seLinuxMount ??= false;
    if (isOn('VolumeLimitScaling', minor)) spec.preventPodSchedulingIfMissing ??= false;
  },

  /** ValidateCSIDriver, pkg/apis/storage/validation 1.36. */
  validate: ({ spec = {} }, at) => at.field('spec').apply(CSI_DRIVER_RULES, spec),

  /** WarningsOnCreate, pkg/registry/storage/csidriver 1.35 and 1.36. */
  warn({ spec = {} }, at) {
    if (at.minor < 35 || !spec.tokenRequests?.length) return;
    if (spec.serviceAccountTokenInSecrets === undefined) {
      at.field('spec', 'tokenRequests').apply(TOKENS, undefined);
    }
  },
};

const DROPS = new Drops<CSIDriverSpec>([
  field('MutableCSINodeAllocatableCount', 'nodeAllocatableUpdatePeriodSeconds'),
  field('VolumeLimitScaling', 'preventPodSchedulingIfMissing'),
]);

export const TOKENS = defineRule<Rule<undefined>>({
  id: 'csi-driver-tokens',
  stage: 'warn',
  mistake: 'a CSI driver that requests tokens without specifying whether they are passed as secrets',
  suggestion: 'set `spec.serviceAccountTokenInSecrets: true` if the driver supports it',
  judge: (_, at) =>
    at.warn(
      'spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes',
    ),
});
