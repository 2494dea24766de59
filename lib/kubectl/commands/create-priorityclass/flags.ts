import { CREATE_FLAGS } from '../../flags/common';

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
