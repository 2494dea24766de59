import { managerFlag, RECORD_FLAG } from '../../flags/common';
import { METADATA_FLAGS } from '../../flags/change';
import { ignored } from '../../flags/flag';

/** kubectl label, 1.36. */
export const LABEL_FLAGS = {
  ...METADATA_FLAGS,
  ...ignored(RECORD_FLAG),
  ...managerFlag('kubectl-label'),
} as const;
