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
  min: { type: 'int32', initial: -1, option: 'same', usage: 'least number of Pods' },
  max: { type: 'int32', initial: -1, required: true, option: 'same', usage: 'greatest number of Pods' },
  cpu: {
    type: 'string',
    option: 'same',
    since: 34,
    usage: 'processor time to aim at: 70% of what is requested, or an amount such as 500m',
  },
  memory: {
    type: 'string',
    option: 'same',
    since: 34,
    usage: 'memory to aim at: 70% of what is requested, or an amount such as 200Mi',
  },
  'cpu-percent': {
    type: 'int32',
    initial: -1,
    option: 'same',
    usage: 'percentage of the requested processor time to aim at',
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
