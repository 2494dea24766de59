import { Drops, field } from '../gates/drop';
import { defineRule, type Rule } from '../rule';
import type { AnyObject, Strategy } from './strategy';

interface CsiDriverSpec {
  readonly tokenRequests?: readonly unknown[];
  readonly serviceAccountTokenInSecrets?: boolean;
  nodeAllocatableUpdatePeriodSeconds?: number | bigint;
  preventPodSchedulingIfMissing?: boolean;
}

interface CsiDriver extends AnyObject {
  readonly spec?: CsiDriverSpec;
}

export const CSI_DRIVER: Strategy<CsiDriver> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',

  /** csiDriverStrategy.PrepareForCreate, pkg/registry/storage/csidriver 1.33 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec) DROPS.run(spec, at.field('spec'));
  },

  /** WarningsOnCreate, pkg/registry/storage/csidriver 1.35 and 1.36. */
  warn({ spec = {} }, at) {
    if (at.minor < 35 || !spec.tokenRequests?.length) return;
    if (spec.serviceAccountTokenInSecrets === undefined) {
      at.field('spec', 'tokenRequests').apply(TOKENS, undefined);
    }
  },
};

const DROPS = new Drops<CsiDriverSpec>([
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
