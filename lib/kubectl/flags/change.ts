import { DRY_RUN_FLAG, FILENAME_FLAGS, PRINT_FLAGS } from './common';
import { ignored } from './flag';

/** Flags that commands which change manifests share, kubectl 1.36. */

export const LOCAL_FLAGS = {
  local: { type: 'bool', usage: 'whether the manifests are those of the files, not those of a cluster' },
  ...ignored({ all: { type: 'bool', usage: 'whether all objects of a kind are meant' } }),
} as const;

export const SELECTOR_FLAG = ignored({
  selector: { type: 'string', shorthand: 'l', usage: 'labels of the objects in a cluster that are meant' },
});

/** Flags of the commands that change labels or annotations. */
export const METADATA_FLAGS = {
  ...PRINT_FLAGS,
  ...FILENAME_FLAGS,
  ...LOCAL_FLAGS,
  ...DRY_RUN_FLAG,
  ...SELECTOR_FLAG,
  ...ignored({
    'all-namespaces': { type: 'bool', shorthand: 'A', usage: 'whether objects of all namespaces are meant' },
    'field-selector': { type: 'string', usage: 'fields of the objects in a cluster that are meant' },
  }),
  list: { type: 'bool', usage: 'whether they are listed' },
  overwrite: { type: 'bool', option: 'same', usage: 'whether those that are there may get another value' },
  'resource-version': { type: 'string', usage: 'version that an object in a cluster must have' },
} as const;
