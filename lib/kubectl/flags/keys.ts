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

/** The one of them that every Secret has. */
export const HASH_FLAG = { 'append-hash': KEY_FLAGS['append-hash'] } as const;
