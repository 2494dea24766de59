import { defineRule } from './rule';

/* What is found while a file is read, before its manifests are decoded. */

export const YAML_SYNTAX = defineRule({
  id: 'yaml-syntax',
  stage: 'read',
  mistake: 'a file that kubectl cannot parse as YAML',
  suggestion: 'fix the syntax: indent with spaces, close quotes, define anchors before their aliases',
});

export const DUPLICATE_KEY = defineRule({
  id: 'duplicate-key',
  stage: 'read',
  mistake: 'a duplicate key in a map: the last value silently wins',
  suggestion: 'remove one of them',
});

export const KEY_MISREAD = defineRule({
  id: 'key-misread',
  stage: 'read',
  level: 'warning',
  mistake: 'an unquoted key that YAML reads as a boolean or a number: `on`, `y`, `012`',
  suggestion: 'quote the key',
});

/** What follows `...`, or a value that a bracket or a quote ends, is read by nobody. */
export const CONTENT_IGNORED = defineRule({
  id: 'content-ignored',
  stage: 'read',
  level: 'warning',
  mistake: 'content after the end of a document, such as a manifest after `...`: kubectl ignores it',
  suggestion: 'separate manifests with `---`, or remove the content',
});

/** unicode.BOMOverride of cli-runtime 1.36 replaces what is no UTF-8. */
export const NOT_UTF8 = defineRule({
  id: 'not-utf8',
  stage: 'read',
  level: 'warning',
  mistake: 'bytes in a value that are not UTF-8: kubectl replaces them with U+FFFD',
  suggestion: 'save the file as UTF-8',
});

/** What synth writes is judged, too: its YAML writer is not that of kubectl. */
export const YAML_ROUND_TRIP = defineRule({
  id: 'yaml-round-trip',
  stage: 'read',
  configurable: true,
  mistake:
    'a string that cdk8s writes in a form that kubectl reads as something else: `0o022`, or a text with U+2028',
  suggestion: 'use a spelling that cdk8s quotes, such as `0022`; remove or escape the character',
});

export const FIELD_NOT_RENDERED = defineRule({
  id: 'field-not-rendered',
  stage: 'read',
  mistake:
    'a field, such as one set by a JSON patch, that a class made by `cdk8s import` leaves out of the manifest',
  suggestion: 'set it in the form that the class expects, or use `ApiObject`, which leaves nothing out',
});

export const INTERNAL_ERROR = defineRule({
  id: 'internal-error',
  stage: 'read',
  mistake: 'a check crashed: a bug in this package, so there is no verdict',
  suggestion: 'report the bug, with the manifest',
});

export const MANIFEST_OBJECT = defineRule({
  id: 'manifest-object',
  stage: 'read',
  mistake: 'a document that is a list or a single value',
  suggestion: 'use a map with `apiVersion`, `kind` and `metadata`',
});

export const MANIFEST_KIND = defineRule({
  id: 'manifest-kind',
  stage: 'read',
  mistake: 'a manifest without `apiVersion` or `kind`',
  suggestion: 'set `apiVersion` and `kind`',
});
