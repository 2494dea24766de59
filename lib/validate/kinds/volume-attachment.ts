import { defaultDisk } from '../defaults/volumes';
import { VOLUME_ATTACHMENT_RULES } from '../rules/storage/volume-attachment';
import type { VolumeAttachment } from '../schema/types';
import type { Strategy } from './strategy';

export const VOLUME_ATTACHMENT: Strategy<VolumeAttachment> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttachment',

  /** SetObjectDefaults_VolumeAttachment, pkg/apis/storage/v1 1.36: less than for a PersistentVolume. */
  applyDefaults({ spec: { source: { inlineVolumeSpec: volume } = {} } = {} }) {
    if (!volume) return;
    if (volume.hostPath) volume.hostPath.type ??= '';
    defaultDisk(volume);
  },

  /** ValidateVolumeAttachment, pkg/apis/storage/validation 1.36: a given status is dropped. */
  validate: ({ spec = {} }, at) => at.field('spec').apply(VOLUME_ATTACHMENT_RULES, spec),

  complete(attachment) {
    attachment.status = { attached: false };
  },
};
