/** Sources of keys and values of a ConfigMap or Secret. */
export const KEY_FLAGS = {
  'from-file': {
    type: 'stringSlice',
    values: 'file',
    option: 'same',
    usage: 'files, as PATH or KEY=PATH, or folders with one file per key',
  },
  'from-literal': { type: 'stringArray', option: 'pairs', usage: 'keys and values, as KEY=VALUE' },
  'from-env-file': {
    type: 'stringSlice',
    values: 'file',
    option: 'same',
    usage: 'files with one KEY=VALUE per line',
  },
  'append-hash': {
    type: 'bool',
    option: 'same',
    usage: 'whether to append a hash of the content to the name',
  },
} as const;

/** The one of them that every Secret has. */
export const HASH_FLAG = { 'append-hash': KEY_FLAGS['append-hash'] } as const;
