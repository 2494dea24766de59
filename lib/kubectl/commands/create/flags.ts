import { managerFlag, SAVE_CONFIG_FLAG } from '../../flags/common';
import { FILES_FLAGS } from '../../flags/files';
import { ignored, refused } from '../../flags/flag';

/** kubectl create -f, 1.36. */
export const CREATE_FILES_FLAGS = {
  ...FILES_FLAGS,
  ...SAVE_CONFIG_FLAG,
  ...refused({
    edit: { type: 'bool', usage: 'whether to open an editor first' },
    raw: { type: 'string', usage: 'path on a server to send the file to' },
  }),
  ...ignored({
    'windows-line-endings': {
      type: 'bool',
      usage: 'whether the editor gets Windows line endings',
    },
  }),
  ...managerFlag('kubectl-create'),
} as const;
