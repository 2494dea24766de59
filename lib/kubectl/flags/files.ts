import { DRY_RUN_FLAG, FILENAME_FLAGS, PRINT_FLAGS, RECORD_FLAG, VALIDATE_FLAG } from './common';

/** Flags of the commands that send the objects of files, kubectl 1.36. */
export const FILES_FLAGS = {
  ...FILENAME_FLAGS,
  ...VALIDATE_FLAG,
  ...DRY_RUN_FLAG,
  ...PRINT_FLAGS,
  ...RECORD_FLAG,
  selector: { type: 'string', shorthand: 'l', usage: 'label selector of the manifests to use' },
} as const;
