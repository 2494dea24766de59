import { CREATE_FLAGS } from './common';

/** kubectl create priorityclass, 1.36. */
export const CREATE_PRIORITY_CLASS_FLAGS = {
  value: { type: 'int32', option: 'same', usage: 'priority of Pods of the class' },
  'global-default': { type: 'bool', option: 'same', usage: 'whether Pods without a class are of this one' },
  description: { type: 'string', option: 'same', usage: 'when the class is to be used' },
  'preemption-policy': {
    type: 'string',
    initial: 'PreemptLowerPriority',
    values: ['PreemptLowerPriority', 'Never'],
    option: 'same',
    usage: 'whether Pods of the class displace others: PreemptLowerPriority or Never',
  },
  ...CREATE_FLAGS,
} as const;

/** kubectl create quota, 1.36. */
export const CREATE_QUOTA_FLAGS = {
  hard: { type: 'string', option: 'joinedPairs', usage: 'limits, as RESOURCE=QUANTITY,…' },
  scopes: {
    type: 'string',
    option: 'joined',
    usage: 'scopes that an object must match to be counted, separated by commas',
  },
  ...CREATE_FLAGS,
} as const;

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
