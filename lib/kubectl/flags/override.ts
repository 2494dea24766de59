/** What an object that was generated is changed by (cmdutil.OverrideOptions). */
export const OVERRIDE_FLAGS = {
  overrides: { type: 'string', option: 'same', usage: 'JSON to apply to the generated object' },
  'override-type': {
    type: 'string',
    initial: 'merge',
    values: ['json', 'merge', 'strategic'],
    option: 'same',
    usage: 'type of the JSON: merge patch, strategic patch or JSON patch',
  },
} as const;
