/** What an object that was generated is changed by (cmdutil.OverrideOptions). */
export const OVERRIDE_FLAGS = {
  overrides: { type: 'string', option: 'same', usage: 'JSON that the generated object is changed by' },
  'override-type': {
    type: 'string',
    initial: 'merge',
    values: ['json', 'merge', 'strategic'],
    option: 'same',
    usage: 'what the JSON is: a merge patch, a strategic patch or a json patch',
  },
} as const;
