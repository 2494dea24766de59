import { GLOBAL_FLAGS } from '../../../kubectl/flags/global';
import type { Command } from '../command';
import { ANNOTATE_COMMAND, LABEL_COMMAND, PATCH_COMMAND } from './change';
import { APPLY_COMMAND } from './apply';
import { CREATE_COMMAND } from './create';
import { AUTOSCALE_COMMAND, EXPOSE_COMMAND } from './reach';
import { RUN_COMMAND } from './run';
import { SET_COMMAND } from './set';

/** kubectl with those of its commands that need no cluster. */
export const KUBECTL: Command = {
  name: 'kubectl',
  summary: 'manifests as kubectl makes them, without a cluster',
  flags: GLOBAL_FLAGS,
  subcommands: [
    ANNOTATE_COMMAND,
    APPLY_COMMAND,
    AUTOSCALE_COMMAND,
    CREATE_COMMAND,
    EXPOSE_COMMAND,
    LABEL_COMMAND,
    PATCH_COMMAND,
    RUN_COMMAND,
    SET_COMMAND,
  ],
};
