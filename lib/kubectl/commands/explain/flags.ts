/** kubectl explain, 1.36; of 1.37, `--max-depth`. */
export const EXPLAIN_FLAGS = {
  recursive: {
    type: 'bool',
    shorthand: 'R',
    usage: 'whether to print only the names of fields, with the fields in them',
  },
  'max-depth': {
    type: 'int',
    since: 37,
    usage: 'number of levels of fields that --recursive prints; 0 for all',
  },
  'api-version': { type: 'string', usage: 'API version to explain the resource in, such as autoscaling/v1' },
  output: {
    type: 'string',
    shorthand: 'o',
    initial: 'plaintext',
    values: ['plaintext', 'plaintext-openapiv2'],
    usage: 'format: plaintext, or plaintext-openapiv2, which is that of older versions of kubectl',
  },
  crd: {
    type: 'stringArray',
    values: 'file',
    usage: 'files or folders with CustomResourceDefinitions to explain, too; not a kubectl flag',
  },
  'only-kubectl': {
    type: 'bool',
    usage: 'whether to print what kubectl prints and nothing else; not a kubectl flag',
  },
} as const;
