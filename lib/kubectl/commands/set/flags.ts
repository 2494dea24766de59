import { DRY_RUN_FLAG, FILENAME_FLAGS, managerFlag, PRINT_FLAGS } from '../../flags/common';
import { LOCAL_FLAGS } from '../../flags/change';

/** Containers that a command changes. */
export const CONTAINERS_FLAG = {
  containers: {
    type: 'string',
    shorthand: 'c',
    initial: '*',
    option: 'same',
    usage: 'names of the containers to change; * matches any characters',
  },
} as const;

/** Flags of most commands of kubectl set, 1.36. */
export const SET_FLAGS = {
  ...PRINT_FLAGS,
  ...FILENAME_FLAGS,
  ...LOCAL_FLAGS,
  ...DRY_RUN_FLAG,
  ...managerFlag('kubectl-set'),
} as const;
