import {
  DRY_RUN_FLAG,
  FILENAME_FLAGS,
  managerFlag,
  PRINT_FLAGS,
  RECORD_FLAG,
  UNSAVED_CONFIG_FLAG,
} from '../../flags/common';
import { ignored, refused } from '../../flags/flag';
import { OVERRIDE_FLAGS } from '../../flags/override';

/** What the end of a Pod is waited for by, or its deletion. */
const CLUSTER_FLAGS = ignored({
  quiet: { type: 'bool', shorthand: 'q', usage: 'whether prompts are left out' },
  'detach-keys': {
    type: 'string',
    initial: 'ctrl-p,ctrl-q',
    since: 36,
    usage: 'keys that detach from the container',
  },
  'pod-running-timeout': { type: 'duration', initial: 60e9, usage: 'how long to wait for the Pod to run' },
  cascade: {
    type: 'string',
    initial: 'background',
    bare: 'background',
    values: ['background', 'foreground', 'orphan'],
    usage: 'what becomes of dependents: background, orphan or foreground',
  },
  force: { type: 'bool', usage: 'whether nothing is waited for' },
  'grace-period': { type: 'int', initial: -1, usage: 'seconds until containers are killed' },
  timeout: { type: 'duration', usage: 'how long to wait for the end' },
  wait: { type: 'bool', usage: 'whether to wait for the end' },
  ...FILENAME_FLAGS,
});

const ATTACH_FLAGS = refused({
  attach: { type: 'bool', usage: 'whether to attach to the container' },
  rm: { type: 'bool', usage: 'whether the Pod is deleted at the end' },
});

/** kubectl run, 1.36. */
export const RUN_FLAGS = {
  image: { type: 'string', required: true, option: 'same', usage: 'image of the container' },
  port: { type: 'string', option: 'same', usage: 'port that the container listens on' },
  env: { type: 'stringArray', option: 'pairs', usage: 'environment variables of the container' },
  labels: {
    type: 'string',
    shorthand: 'l',
    option: 'joinedPairs',
    usage: 'labels of the Pod, instead of run=NAME',
  },
  annotations: { type: 'stringArray', option: 'pairs', usage: 'annotations of the Pod' },
  restart: {
    type: 'string',
    initial: 'Always',
    values: ['Always', 'OnFailure', 'Never'],
    option: 'same',
    usage: 'when the container is started again: Always, OnFailure or Never',
  },
  'image-pull-policy': {
    type: 'string',
    values: ['Always', 'IfNotPresent', 'Never'],
    option: 'same',
    usage: 'when the image is pulled: Always, IfNotPresent or Never',
  },
  command: {
    type: 'bool',
    option: 'same',
    usage: 'whether the arguments are the command, not its arguments',
  },
  privileged: { type: 'bool', option: 'same', usage: 'whether the container is privileged' },
  expose: { type: 'bool', usage: 'whether a Service for the port is printed, too' },
  stdin: { type: 'bool', shorthand: 'i', option: 'same', usage: 'whether standard input is kept open' },
  tty: { type: 'bool', shorthand: 't', option: 'same', usage: 'whether the container has a terminal' },
  'leave-stdin-open': {
    type: 'bool',
    option: 'same',
    usage: 'whether standard input outlives the first client',
  },
  ...OVERRIDE_FLAGS,
  ...ATTACH_FLAGS,
  ...CLUSTER_FLAGS,
  ...PRINT_FLAGS,
  ...RECORD_FLAG,
  ...DRY_RUN_FLAG,
  ...UNSAVED_CONFIG_FLAG,
  ...managerFlag('kubectl-run'),
} as const;
