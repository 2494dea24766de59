import { defineRule } from '../rule-record';

/* What decoding finds of a field and its value. */

export const UNKNOWN_FIELD = defineRule({
  id: 'unknown-field',
  stage: 'decode',
  mistake: 'an unknown field: misspelled, misplaced, or from another Kubernetes version',
  suggestion: 'fix the name, or move or remove the field',
});

export const FIELD_TYPE = defineRule({
  id: 'field-type',
  stage: 'decode',
  mistake: 'a value of the wrong type: a string for a number, a map for a list',
  suggestion: 'use a value of the type in the message',
});

export const FIELD_VALUE = defineRule({
  id: 'field-value',
  stage: 'decode',
  mistake: 'a quantity, a time or base64 that does not parse',
  suggestion: 'use the format that the field expects',
});

export const FIELD_DROPPED = defineRule({
  id: 'field-dropped',
  stage: 'decode',
  level: 'warning',
  mistake:
    'a field that the server silently drops: its feature gate is off by default, or another field disables it',
  suggestion: 'remove the field, or enable the feature gate',
});
