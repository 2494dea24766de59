import { defineRule, type Rule } from '../../rule';
import type { StorageClass } from '../../schema/types';
import { isDeclared } from '../declared';
import { CLASS_PARAMETERS, judgeProvisioner, requireProvisioner } from './parameters';
import { ALLOWED_TOPOLOGIES } from './topologies';

const RECLAIM_POLICIES = ['Delete', 'Retain'];
const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'];

/** ValidateStorageClass, pkg/apis/storage/validation 1.36: an empty reclaim policy is accepted. */
export const STORAGE_CLASS_RULES = defineRule<Rule<StorageClass>>({
  id: 'storage-class',
  stage: 'judge',
  mistake: 'a StorageClass without a provisioner, or with an unknown reclaim policy or binding mode',
  suggestion: 'set `provisioner`; use `Delete` or `Retain`, `Immediate` or `WaitForFirstConsumer`',
  judge(storageClass, at) {
    const { provisioner, reclaimPolicy, volumeBindingMode = '' } = storageClass;
    const driver = at.field('provisioner');
    const last = !provisioner && isDeclared(at);
    if (!last) judgeProvisioner(provisioner, driver);
    at.field('parameters').apply(CLASS_PARAMETERS, storageClass.parameters);
    if (reclaimPolicy && !RECLAIM_POLICIES.includes(reclaimPolicy)) {
      at.field('reclaimPolicy').notSupported(reclaimPolicy, RECLAIM_POLICIES);
    }
    if (!BINDING_MODES.includes(volumeBindingMode)) {
      at.field('volumeBindingMode').notSupported(volumeBindingMode, BINDING_MODES);
    }
    at.field('allowedTopologies').apply(ALLOWED_TOPOLOGIES, storageClass.allowedTopologies ?? []);
    if (last) requireProvisioner(driver);
  },
});
