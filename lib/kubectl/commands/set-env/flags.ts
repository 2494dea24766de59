import { SELECTOR_FLAG } from '../../flags/change';
import { CONTAINERS_FLAG, SET_FLAGS } from '../set/flags';

/** kubectl set env, 1.36. */
export const SET_ENV_FLAGS = {
  ...SET_FLAGS,
  ...SELECTOR_FLAG,
  ...CONTAINERS_FLAG,
  env: {
    type: 'stringArray',
    shorthand: 'e',
    option: 'pairs',
    usage: 'variables to set, as NAME=VALUE, or - to read them from standard input',
  },
  from: { type: 'string', usage: 'ConfigMap or Secret to take variables from' },
  keys: { type: 'stringSlice', usage: 'keys to take from it' },
  prefix: { type: 'string', usage: 'prefix of the variable names' },
  list: { type: 'bool', usage: 'whether to list the variables' },
  resolve: { type: 'bool', usage: 'whether the list shows values instead of references' },
  overwrite: {
    type: 'bool',
    initial: true,
    option: 'same',
    usage: 'whether existing variables may be overwritten',
  },
} as const;
