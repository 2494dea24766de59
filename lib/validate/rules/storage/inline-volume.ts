import type { Field } from '../../field';
import type { PersistentVolumeSpec } from '../../schema/types';
import { judgeAccessModes } from '../claims';
import { judgePersistentSources } from '../persistent-volume';

const INLINE = 'in the context of inline volumes';

/** ValidatePersistentVolumeSpec for a volume within a VolumeAttachment, pkg/apis/core/validation 1.36. */
export function judgeInlineVolume(spec: PersistentVolumeSpec, at: Field): void {
  const { accessModes = [], volumeMode } = spec;
  if (spec.claimRef) forbid(at.field('claimRef'));
  if (Object.keys(spec.capacity ?? {}).length) forbid(at.field('capacity'));
  if (!spec.csi) at.field('csi').required(`has to be specified ${INLINE}`);
  if (!accessModes.length) at.field('accessModes').required('', { suggestion: 'add ReadWriteOnce' });
  judgeAccessModes(accessModes, at.field('accessModes'));
  judgePolicy(spec.persistentVolumeReclaimPolicy, at.field('persistentVolumeReclaimPolicy'));
  if (spec.nodeAffinity) forbid(at.field('nodeAffinity'));
  judgePersistentSources({ spec: { ...spec, nodeAffinity: undefined }, name: '' }, at);
  if (spec.storageClassName) forbid(at.field('storageClassName'));
  if (volumeMode !== undefined && volumeMode !== 'Filesystem') {
    at.field('volumeMode').forbidden(`may not specify volumeMode other than Filesystem ${INLINE}`);
  }
}

const forbid = (at: Field) => at.forbidden(`may not be specified ${INLINE}`);

function judgePolicy(policy: string | undefined, at: Field): void {
  if (policy && policy !== 'Retain') at.forbidden(`may only be Retain ${INLINE}`);
}
