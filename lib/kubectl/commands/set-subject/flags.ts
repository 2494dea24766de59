import { SELECTOR_FLAG } from '../../flags/change';
import { SET_FLAGS } from '../set/flags';

/** kubectl set subject, 1.36. */
export const SET_SUBJECT_FLAGS = {
  ...SET_FLAGS,
  ...SELECTOR_FLAG,
  // The flag of every command that names a user of a kubeconfig is hidden by this one.
  user: { type: 'stringArray', option: 'same', optionName: 'users', usage: 'users to bind to the role' },
  group: { type: 'stringArray', option: 'same', optionName: 'groups', usage: 'groups to bind to the role' },
  serviceaccount: {
    type: 'stringArray',
    option: 'same',
    optionName: 'serviceAccounts',
    usage: 'service accounts to bind to the role, as NAMESPACE:NAME',
  },
} as const;
