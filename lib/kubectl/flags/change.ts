import { DRY_RUN_FLAG, FILENAME_FLAGS, PRINT_FLAGS } from './common';
import { ignored } from './flag';

/** Flags that commands which change manifests share, kubectl 1.36. */

export const LOCAL_FLAGS = {
  local: {
    type: 'bool',
    usage: 'whether to use the manifests in the files instead of the objects in a cluster',
  },
  ...ignored({ all: { type: 'bool', usage: 'whether to select all objects of a kind' } }),
} as const;

export const SELECTOR_FLAG = ignored({
  selector: { type: 'string', shorthand: 'l', usage: 'label selector for objects in a cluster' },
});

/** Flags of the commands that change labels or annotations. */
export const METADATA_FLAGS = {
  ...PRINT_FLAGS,
  ...FILENAME_FLAGS,
  ...LOCAL_FLAGS,
  ...DRY_RUN_FLAG,
  ...SELECTOR_FLAG,
  ...ignored({
    'all-namespaces': { type: 'bool', shorthand: 'A', usage: 'whether to select objects in all namespaces' },
    'field-selector': { type: 'string', usage: 'field selector for objects in a cluster' },
  }),
  list: { type: 'bool', usage: 'whether to list them' },
  overwrite: { type: 'bool', option: 'same', usage: 'whether existing ones may be overwritten' },
  'resource-version': { type: 'string', usage: 'required resource version of the object in a cluster' },
} as const;
