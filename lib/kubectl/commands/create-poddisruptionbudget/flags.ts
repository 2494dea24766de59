import { CREATE_FLAGS } from '../../flags/common';

/** kubectl create poddisruptionbudget, 1.36. */
export const CREATE_POD_DISRUPTION_BUDGET_FLAGS = {
  selector: { type: 'string', option: 'same', usage: 'label selector of the Pods' },
  'min-available': {
    type: 'string',
    option: 'same',
    usage: 'number or percentage of Pods that must be there',
  },
  'max-unavailable': {
    type: 'string',
    option: 'same',
    usage: 'number or percentage of Pods that may be missing',
  },
  ...CREATE_FLAGS,
} as const;
