import { ignored, refused } from './flag';

/** Flags that many commands share: cmdutil.Add…Flags and genericclioptions of kubectl 1.36. */

export const PRINT_FLAGS = {
  output: {
    type: 'string',
    shorthand: 'o',
    values: [
      'json',
      'yaml',
      'kyaml',
      'name',
      'jsonpath=',
      'jsonpath-as-json=',
      'jsonpath-file=',
      'go-template=',
      'go-template-file=',
    ],
    usage:
      'output format: json, yaml, kyaml, name, jsonpath=…, jsonpath-as-json=…, jsonpath-file=…, go-template=… or go-template-file=…',
  },
  template: { type: 'string', usage: 'template or template file for template output' },
  'allow-missing-template-keys': {
    type: 'bool',
    initial: true,
    usage: 'whether a template may refer to missing fields',
  },
  'show-managed-fields': { type: 'bool', usage: 'whether to print managedFields' },
} as const;

export const DRY_RUN_FLAG = {
  'dry-run': {
    type: 'string',
    initial: 'none',
    bare: 'unchanged',
    values: ['none', 'client', 'server'],
    usage: 'client prints the object, server validates it first; nothing is ever sent',
  },
} as const;

export const SAVE_CONFIG_FLAG = {
  'save-config': {
    type: 'bool',
    option: 'same',
    usage: 'whether to save the manifest in an annotation, for a later kubectl apply',
  },
} as const;

/** The same of a command that saves it in a cluster alone. */
export const UNSAVED_CONFIG_FLAG = ignored({
  'save-config': { ...SAVE_CONFIG_FLAG['save-config'], option: undefined },
});

export const VALIDATE_FLAG = {
  validate: {
    type: 'string',
    initial: 'strict',
    bare: 'strict',
    values: ['strict', 'warn', 'ignore'],
    usage: 'how to handle unknown fields: strict, warn or ignore',
  },
} as const;

export const RECORD_FLAG = {
  record: {
    type: 'bool',
    usage: 'whether to save the command line in an annotation',
    deprecated: '--record will be removed in the future',
  },
} as const;

export const FILENAME_FLAGS = {
  filename: {
    type: 'stringSlice',
    shorthand: 'f',
    values: 'file',
    usage: 'file, folder, or - for standard input, that contains the manifests',
  },
  ...refused({ kustomize: { type: 'string', shorthand: 'k', usage: 'kustomization directory' } }),
  recursive: { type: 'bool', shorthand: 'R', usage: 'whether to read folders recursively' },
} as const;

/** Its initial value is the name of the command. */
export const managerFlag = (initial: string) =>
  ignored({
    'field-manager': { type: 'string', initial, usage: 'field manager to record for the change' },
  });

/** Flags of those commands that create one object: it has no unknown fields. */
export const CREATE_FLAGS = {
  ...PRINT_FLAGS,
  ...SAVE_CONFIG_FLAG,
  ...ignored(VALIDATE_FLAG),
  ...DRY_RUN_FLAG,
  ...managerFlag('kubectl-create'),
} as const;
