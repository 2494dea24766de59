import { defineRule } from './rule';

/* What is found while a file is read, before its manifests are decoded. */

export const YAML_SYNTAX = defineRule({
  id: 'yaml-syntax',
  stage: 'read',
  mistake: 'a text that is no YAML as kubectl reads it',
  suggestion: 'mend the line: indent with spaces, close quotes, define anchors before their aliases',
});

export const DUPLICATE_KEY = defineRule({
  id: 'duplicate-key',
  stage: 'read',
  mistake: 'a key that is set twice in one map: the last value wins without a word',
  suggestion: 'remove one of the two',
});

export const KEY_MISREAD = defineRule({
  id: 'key-misread',
  stage: 'read',
  level: 'warning',
  mistake:
    'a key without quotes that YAML reads as a boolean or a number, not as it is written: `on`, `y`, `012`',
  suggestion: 'write the key in quotes',
});

export const INTERNAL_ERROR = defineRule({
  id: 'internal-error',
  stage: 'read',
  mistake: 'a manifest on which a check crashed: a bug of this package, and no verdict',
  suggestion: 'report the bug, with the manifest',
});

export const MANIFEST_OBJECT = defineRule({
  id: 'manifest-object',
  stage: 'read',
  mistake: 'a document that is a list or a single value',
  suggestion: 'write a map with `apiVersion`, `kind` and `metadata`',
});

export const MANIFEST_KIND = defineRule({
  id: 'manifest-kind',
  stage: 'read',
  mistake: 'a manifest without `apiVersion` or `kind`',
  suggestion: 'write `apiVersion` and `kind`',
});
