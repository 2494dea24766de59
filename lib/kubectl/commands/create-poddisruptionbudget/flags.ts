import { CREATE_FLAGS } from '../../flags/common';

/** kubectl create poddisruptionbudget, 1.36. */
export const CREATE_POD_DISRUPTION_BUDGET_FLAGS = {
  selector: { type: 'string', option: 'same', usage: 'label selector of the Pods' },
  'min-available': {
    type: 'string',
    option: 'same',
    usage: 'minimum number or percentage of available Pods',
  },
  'max-unavailable': {
    type: 'string',
    option: 'same',
    usage: 'maximum number or percentage of unavailable Pods',
  },
  ...CREATE_FLAGS,
} as const;
