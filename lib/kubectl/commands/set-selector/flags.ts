import { DRY_RUN_FLAG, FILENAME_FLAGS, managerFlag, PRINT_FLAGS, RECORD_FLAG } from '../../flags/common';
import { LOCAL_FLAGS } from '../../flags/change';

/** kubectl set selector, 1.36. */
export const SET_SELECTOR_FLAGS = {
  ...PRINT_FLAGS,
  ...LOCAL_FLAGS,
  ...DRY_RUN_FLAG,
  ...managerFlag('kubectl-set'),
  ...RECORD_FLAG,
  filename: FILENAME_FLAGS.filename,
  recursive: { ...FILENAME_FLAGS.recursive, initial: true },
  'resource-version': { type: 'string', usage: 'required resource version of the object in a cluster' },
} as const;
