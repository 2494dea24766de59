import { GLOBAL_FLAGS } from '../../../kubectl/flags/global';
import type { Command } from '../command';
import { CREATE_COMMAND } from './create';
import { RUN_COMMAND } from './run';

/** kubectl with those of its commands that need no cluster. */
export const KUBECTL: Command = {
  name: 'kubectl',
  summary: 'manifests as kubectl makes them, without a cluster',
  flags: GLOBAL_FLAGS,
  subcommands: [CREATE_COMMAND, RUN_COMMAND],
};
