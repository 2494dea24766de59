import type { Entries } from './entry';

/** What kubectl says before it sends anything, and what it should say. */
export const READ: Entries = [
  [
    'duplicate-key',
    'a key that is set twice in one map: the last value wins without a word',
    'remove one of the two',
  ],
  [
    'internal-error',
    'a manifest on which a check crashed: a bug of this package, and no verdict',
    'report the bug, with the manifest',
  ],
  [
    'key-misread',
    'a key without quotes that YAML reads as a boolean or a number, not as it is written: `on`, `y`, `012`',
    'write the key in quotes',
  ],
  ['manifest-kind', 'a manifest without `apiVersion` or `kind`', 'write `apiVersion` and `kind`'],
  [
    'manifest-object',
    'a document that is a list or a single value',
    'write a map with `apiVersion`, `kind` and `metadata`',
  ],
  [
    'unknown-kind',
    'a kind that the Kubernetes version does not have: misspelt, of another version, or a custom resource',
    'correct `apiVersion` and `kind`; allow custom resources by `customResources`',
  ],
  [
    'yaml-syntax',
    'a text that is no YAML as kubectl reads it',
    'mend the line: indent with spaces, close quotes, define anchors before their aliases',
  ],
];

/** What a server says while it decodes. */
export const DECODE: Entries = [
  [
    'daemon-set-generation',
    'the annotation `deprecated.daemonset.template.generation` is no number',
    'remove the annotation: the server sets it',
  ],
  [
    'deployment-rollback',
    'the annotation `deprecated.deployment.rollback.to` is no number',
    'remove the annotation, and use `kubectl rollout undo`',
  ],
  [
    'field-dropped',
    'a field that the server drops without a word: its feature gate is off by default, or something beside it makes it void',
    'remove the field, or turn the gate on',
  ],
  [
    'field-type',
    'a value of the wrong type: a string for a number, a map for a list',
    'write a value of the type that the message names',
  ],
  [
    'field-value',
    'a quantity, a time or base64 that does not parse',
    'write it in the form that the field takes',
  ],
  [
    'unknown-field',
    'a field that does not exist here: misspelt, misplaced, or of another Kubernetes version',
    'correct the name, move the field or remove it',
  ],
];

/** What admission plugins refuse. */
export const ADMIT: Entries = [
  [
    'pod-priority-class',
    'a `priorityClassName` that the cluster does not have, or a `priority` that is not that of the class',
    'name a PriorityClass of the cluster, and leave `priority` out',
  ],
  [
    'pod-runtime-class',
    'a `runtimeClassName` that the cluster does not have, or an `overhead` that is not that of the class',
    'name a RuntimeClass of the cluster, and leave `overhead` out',
  ],
];
