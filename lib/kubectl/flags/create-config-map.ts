import { CREATE_FLAGS } from './common';

/** What keys and values of a ConfigMap or a Secret come from. */
export const KEY_FLAGS = {
  'from-file': {
    type: 'stringSlice',
    values: 'file',
    option: 'same',
    usage: 'files, as PATH or KEY=PATH, or folders with one for each key',
  },
  'from-literal': { type: 'stringArray', option: 'pairs', usage: 'keys with their values' },
  'from-env-file': {
    type: 'stringSlice',
    values: 'file',
    option: 'same',
    usage: 'files with a line KEY=VALUE for each key',
  },
  'append-hash': {
    type: 'bool',
    option: 'same',
    usage: 'whether a hash of the content is appended to the name',
  },
} as const;

/** kubectl create configmap, 1.36. */
export const CREATE_CONFIG_MAP_FLAGS = { ...KEY_FLAGS, ...CREATE_FLAGS } as const;
