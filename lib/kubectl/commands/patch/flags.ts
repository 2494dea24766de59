import { DRY_RUN_FLAG, FILENAME_FLAGS, managerFlag, PRINT_FLAGS, RECORD_FLAG } from '../../flags/common';
import { LOCAL_FLAGS } from '../../flags/change';
import { ignored } from '../../flags/flag';

/** kubectl patch, 1.36. */
export const PATCH_FLAGS = {
  ...PRINT_FLAGS,
  ...FILENAME_FLAGS,
  ...DRY_RUN_FLAG,
  ...ignored(RECORD_FLAG),
  ...managerFlag('kubectl-patch'),
  local: LOCAL_FLAGS.local,
  patch: { type: 'string', shorthand: 'p', usage: 'the patch, in JSON or YAML' },
  'patch-file': { type: 'string', values: 'file', usage: 'file that contains the patch' },
  ...ignored({ subresource: { type: 'string', usage: 'subresource to patch' } }),
  type: {
    type: 'string',
    initial: 'strategic',
    values: ['strategic', 'merge', 'json'],
    option: 'same',
    usage: 'type of the patch: strategic, merge or json',
  },
} as const;
