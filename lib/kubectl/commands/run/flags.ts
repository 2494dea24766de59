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
  quiet: { type: 'bool', shorthand: 'q', usage: 'whether to suppress prompts' },
  'detach-keys': {
    type: 'string',
    initial: 'ctrl-p,ctrl-q',
    since: 36,
    usage: 'key sequence to detach from the container',
  },
  'pod-running-timeout': { type: 'duration', initial: 60e9, usage: 'timeout for the Pod to run' },
  cascade: {
    type: 'string',
    initial: 'background',
    bare: 'background',
    values: ['background', 'foreground', 'orphan'],
    usage: 'deletion of dependents: background, orphan or foreground',
  },
  force: { type: 'bool', usage: 'whether to delete immediately' },
  'grace-period': { type: 'int', initial: -1, usage: 'grace period, in seconds' },
  timeout: { type: 'duration', usage: 'timeout for the deletion' },
  wait: { type: 'bool', usage: 'whether to wait for the deletion' },
  ...FILENAME_FLAGS,
  filename: {
    ...FILENAME_FLAGS.filename,
    deprecated: 'it is ignored by kubectl run and will be removed in a future release',
    deprecatedSince: 37,
  },
});

const ATTACH_FLAGS = refused({
  attach: { type: 'bool', usage: 'whether to attach to the container' },
  rm: { type: 'bool', usage: 'whether to delete the Pod when it exits' },
});

/** kubectl run, 1.37. */
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
    usage: 'restart policy: Always, OnFailure or Never',
  },
  'image-pull-policy': {
    type: 'string',
    values: ['Always', 'IfNotPresent', 'Never'],
    option: 'same',
    usage: 'image pull policy: Always, IfNotPresent or Never',
  },
  command: {
    type: 'bool',
    option: 'same',
    usage: 'whether the arguments are the command instead of its arguments',
  },
  privileged: { type: 'bool', option: 'same', usage: 'whether the container is privileged' },
  expose: { type: 'bool', usage: 'whether to also print a Service for the port' },
  stdin: { type: 'bool', shorthand: 'i', option: 'same', usage: 'whether to keep standard input open' },
  tty: {
    type: 'bool',
    shorthand: 't',
    option: 'same',
    usage: 'whether to allocate a terminal for the container',
  },
  'leave-stdin-open': {
    type: 'bool',
    option: 'same',
    usage: 'whether to keep standard input open after the first client detaches',
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
