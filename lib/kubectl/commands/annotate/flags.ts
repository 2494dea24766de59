import { managerFlag, RECORD_FLAG } from '../../flags/common';
import { METADATA_FLAGS } from '../../flags/change';

/** kubectl annotate, 1.36. */
export const ANNOTATE_FLAGS = {
  ...METADATA_FLAGS,
  ...RECORD_FLAG,
  ...managerFlag('kubectl-annotate'),
} as const;
