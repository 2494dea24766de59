import {
  DRY_RUN_FLAG,
  FILENAME_FLAGS,
  managerFlag,
  PRINT_FLAGS,
  RECORD_FLAG,
  UNSAVED_CONFIG_FLAG,
} from '../../flags/common';

/** kubectl autoscale, 1.36. */
export const AUTOSCALE_FLAGS = {
  min: { type: 'int32', initial: -1, option: 'same', usage: 'minimum number of Pods' },
  max: { type: 'int32', initial: -1, required: true, option: 'same', usage: 'maximum number of Pods' },
  cpu: {
    type: 'string',
    option: 'same',
    since: 34,
    usage: 'target CPU: a percentage of the request, such as 70%, or a quantity, such as 500m',
  },
  memory: {
    type: 'string',
    option: 'same',
    since: 34,
    usage: 'target memory: a percentage of the request, such as 70%, or a quantity, such as 200Mi',
  },
  'cpu-percent': {
    type: 'int32',
    initial: -1,
    option: 'same',
    usage: 'target CPU, as a percentage of the request',
    deprecatedSince: 34,
    deprecated:
      "Use --cpu with percentage or resource quantity format (e.g., '70%' for utilization or '500m' for milliCPU).",
  },
  name: { type: 'string', option: 'same', usage: 'name of the autoscaler' },
  ...FILENAME_FLAGS,
  ...PRINT_FLAGS,
  ...RECORD_FLAG,
  ...DRY_RUN_FLAG,
  ...UNSAVED_CONFIG_FLAG,
  ...managerFlag('kubectl-autoscale'),
} as const;
