import { managerFlag } from '../../flags/common';
import { FILES_FLAGS } from '../../flags/files';
import { ignored, refused } from '../../flags/flag';

/** kubectl apply, 1.36. */
export const APPLY_FLAGS = {
  ...FILES_FLAGS,
  ...managerFlag('kubectl-client-side-apply'),
  ...ignored({
    all: { type: 'bool', usage: 'whether all objects of a namespace may be pruned' },
    cascade: {
      type: 'string',
      initial: 'background',
      bare: 'background',
      values: ['background', 'foreground', 'orphan'],
      usage: 'what becomes of what a deleted object owns: background, orphan or foreground',
    },
    force: {
      type: 'bool',
      usage: 'whether objects are deleted at once and made anew where they cannot be changed',
    },
    'grace-period': { type: 'int', initial: -1, usage: 'seconds that a deleted object has to end' },
    'openapi-patch': {
      type: 'bool',
      initial: true,
      usage: 'whether a change is computed by the schema of the server',
    },
    overwrite: {
      type: 'bool',
      initial: true,
      usage: 'whether the manifest wins over what was changed in the cluster',
    },
    'prune-allowlist': { type: 'stringArray', usage: 'kinds that may be pruned: GROUP/VERSION/KIND' },
    timeout: { type: 'duration', usage: 'how long to wait for a deletion' },
    wait: { type: 'bool', usage: 'whether to wait until deleted objects are gone' },
  }),
  ...refused({
    'force-conflicts': { type: 'bool', usage: 'whether fields are taken over from other managers' },
    prune: { type: 'bool', usage: 'whether objects that are no longer in the files are deleted' },
    'server-side': { type: 'bool', usage: 'whether a server merges the manifest into its object' },
    subresource: { type: 'string', usage: 'part of an object in a cluster that is applied' },
  }),
} as const;
