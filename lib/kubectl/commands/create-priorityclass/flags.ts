import { CREATE_FLAGS } from '../../flags/common';

/** kubectl create priorityclass, 1.36. */
export const CREATE_PRIORITY_CLASS_FLAGS = {
  value: { type: 'int32', option: 'same', usage: 'priority of Pods of the class' },
  'global-default': { type: 'bool', option: 'same', usage: 'whether it is the default class' },
  description: { type: 'string', option: 'same', usage: 'description of when to use the class' },
  'preemption-policy': {
    type: 'string',
    initial: 'PreemptLowerPriority',
    values: ['PreemptLowerPriority', 'Never'],
    option: 'same',
    usage: 'whether Pods of the class preempt others: PreemptLowerPriority or Never',
  },
  ...CREATE_FLAGS,
} as const;
