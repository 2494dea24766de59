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
    usage: 'variables to set: NAME=VALUE, or - for the lines of standard input',
  },
  from: { type: 'string', usage: 'ConfigMap or Secret whose keys become variables' },
  keys: { type: 'stringSlice', usage: 'keys to take of it' },
  prefix: { type: 'string', usage: 'what the names of variables begin with' },
  list: { type: 'bool', usage: 'whether the variables are listed' },
  resolve: { type: 'bool', usage: 'whether the list has values in place of references' },
  overwrite: {
    type: 'bool',
    initial: true,
    option: 'same',
    usage: 'whether variables may get another value',
  },
} as const;
