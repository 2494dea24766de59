import { defineRule } from '../rule-record';

/* What decoding finds of a field and its value. */

export const UNKNOWN_FIELD = defineRule({
  id: 'unknown-field',
  stage: 'decode',
  mistake: 'a field that does not exist here: misspelt, misplaced, or of another Kubernetes version',
  suggestion: 'correct the name, move the field or remove it',
});

export const FIELD_TYPE = defineRule({
  id: 'field-type',
  stage: 'decode',
  mistake: 'a value of the wrong type: a string for a number, a map for a list',
  suggestion: 'write a value of the type that the message names',
});

export const FIELD_VALUE = defineRule({
  id: 'field-value',
  stage: 'decode',
  mistake: 'a quantity, a time or base64 that does not parse',
  suggestion: 'write it in the form that the field takes',
});

export const FIELD_DROPPED = defineRule({
  id: 'field-dropped',
  stage: 'decode',
  level: 'warning',
  mistake:
    'a field that the server drops without a word: its feature gate is off by default, or something beside it makes it void',
  suggestion: 'remove the field, or turn the gate on',
});
