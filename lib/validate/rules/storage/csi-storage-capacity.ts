import { dnsSubdomain } from '../../../apimachinery/dns';
import { quantity } from '../../../apimachinery/parse-quantity';
import { defineRule, type Rule } from '../../rule';
import type { CSIStorageCapacity } from '../../schema/types';
import { judgeLabelSelector } from '../labels';
import { judgeReference } from '../renaming';

/** ValidateCSIStorageCapacity, pkg/apis/storage/validation 1.36: maximumVolumeSize is not judged. */
export const CSI_STORAGE_CAPACITY_RULES = defineRule<Rule<CSIStorageCapacity>>({
  id: 'csi-storage-capacity',
  stage: 'judge',
  mistake:
    'a CSIStorageCapacity without a storage class, with a malformed selector, or with a negative capacity',
  suggestion: 'set `storageClassName`, and fix the part in the message',
  judge({ nodeTopology, storageClassName = '', capacity }, at) {
    if (nodeTopology) judgeLabelSelector(nodeTopology, at.field('nodeTopology'));
    judgeReference(storageClassName, dnsSubdomain, at.field('storageClassName'), {
      suggestion: 'set the name of the StorageClass',
    });
    const amount = quantity(capacity);
    if (amount.sign() < 0) {
      at.field('capacity').invalid(amount.toString(), 'must be greater than or equal to 0', {
        suggestion: 'use 0 or more',
      });
    }
  },
});
