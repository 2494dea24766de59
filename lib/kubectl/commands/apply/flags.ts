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
      usage: 'deletion of dependents: background, orphan or foreground',
    },
    force: {
      type: 'bool',
      usage: 'whether to delete and recreate objects that cannot be updated',
    },
    'grace-period': { type: 'int', initial: -1, usage: 'grace period of a deleted object, in seconds' },
    'openapi-patch': {
      type: 'bool',
      initial: true,
      usage: 'whether to compute the patch with the schema of the server',
    },
    overwrite: {
      type: 'bool',
      initial: true,
      usage: 'whether the manifest overwrites changes made in the cluster',
    },
    'prune-allowlist': { type: 'stringArray', usage: 'kinds to prune, as GROUP/VERSION/KIND' },
    timeout: { type: 'duration', usage: 'how long to wait for a deletion' },
    wait: { type: 'bool', usage: 'whether to wait until deleted objects are gone' },
  }),
  ...refused({
    'force-conflicts': { type: 'bool', usage: 'whether to take over fields from other managers' },
    prune: { type: 'bool', usage: 'whether to delete objects that are no longer in the files' },
    'server-side': { type: 'bool', usage: 'whether to apply on the server side' },
    subresource: { type: 'string', usage: 'subresource to apply' },
  }),
} as const;
