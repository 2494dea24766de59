import { dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { VolumeAttachmentSource, VolumeAttachmentSpec } from '../../schema/types';
import { judgeReference } from '../renaming';
import { judgesOfAttacher } from './attacher';
import { judgeInlineVolume } from './inline-volume';

const EXACTLY_ONE = 'must specify exactly one of inlineVolumeSpec and persistentVolumeName';

/** ValidateVolumeAttachment, pkg/apis/storage/validation 1.36. */
export const VOLUME_ATTACHMENT_RULES = defineRule<Rule<VolumeAttachmentSpec>>({
  id: 'volume-attachment',
  stage: 'judge',
  mistake: 'a VolumeAttachment without an attacher, a source or a node, or with a malformed inline volume',
  suggestion: 'set `attacher`, `nodeName` and `source.persistentVolumeName`',
  judge({ attacher = '', source = {}, nodeName = '' }, at) {
    const driver = at.field('attacher');
    const { first, last } = judgesOfAttacher(at);
    first(attacher, driver);
    judgeSource(source, at.field('source'));
    judgeReference(nodeName, dnsSubdomain, at.field('nodeName'), { suggestion: 'set the name of the node' });
    if (at.minor < 36) last(attacher, driver);
    const { persistentVolumeName: volume } = source;
    if (volume !== undefined) {
      judgeReference(volume, dnsSubdomain, at.field('source', 'persistentVolumeName'));
    }
    if (at.minor >= 36) last(attacher, driver);
  },
});

/** validateVolumeAttachmentSource, 1.36. */
function judgeSource(
  { inlineVolumeSpec: inline, persistentVolumeName: name }: VolumeAttachmentSource,
  at: Field,
) {
  if (inline && name !== undefined) {
    at.forbidden(EXACTLY_ONE, { suggestion: 'keep one of inlineVolumeSpec and persistentVolumeName' });
  } else if (name === '') {
    at.field('persistentVolumeName').required('must specify non empty persistentVolumeName', {
      suggestion: 'set the name of the PersistentVolume',
    });
  } else if (inline) {
    judgeInlineVolume(inline, at.field('inlineVolumeSpec'));
  } else if (name === undefined) {
    at.required(EXACTLY_ONE, { suggestion: 'set source.persistentVolumeName' });
  }
}
