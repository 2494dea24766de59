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
      'form of the output: json, yaml, kyaml, name, jsonpath=…, jsonpath-as-json=…, jsonpath-file=…, go-template=… or go-template-file=…',
  },
  template: { type: 'string', usage: 'template, or file with one, for an output by template' },
  'allow-missing-template-keys': {
    type: 'bool',
    initial: true,
    usage: 'whether a template may name what is not there',
  },
  'show-managed-fields': { type: 'bool', usage: 'whether managedFields are printed' },
} as const;

export const DRY_RUN_FLAG = {
  'dry-run': {
    type: 'string',
    initial: 'none',
    bare: 'unchanged',
    values: ['none', 'client', 'server'],
    usage: 'client prints the object, server has it judged first; nothing is ever sent',
  },
} as const;

export const SAVE_CONFIG_FLAG = {
  'save-config': {
    type: 'bool',
    option: 'same',
    usage: 'whether the manifest is kept in an annotation, for a later kubectl apply',
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
    usage: 'what becomes of unknown fields: strict, warn or ignore',
  },
} as const;

export const RECORD_FLAG = {
  record: {
    type: 'bool',
    usage: 'whether the command line is kept in an annotation',
    deprecated: '--record will be removed in the future',
  },
} as const;

export const FILENAME_FLAGS = {
  filename: {
    type: 'stringSlice',
    shorthand: 'f',
    values: 'file',
    usage: 'file, folder or - for standard input, with the manifests to use',
  },
  ...refused({ kustomize: { type: 'string', shorthand: 'k', usage: 'folder of a kustomization' } }),
  recursive: { type: 'bool', shorthand: 'R', usage: 'whether folders within the folder are read as well' },
} as const;

/** Its initial value is the name of the command. */
export const managerFlag = (initial: string) =>
  ignored({
    'field-manager': { type: 'string', initial, usage: 'name that a server files the change under' },
  });

/** Flags of those commands that create one object: it has no unknown fields. */
export const CREATE_FLAGS = {
  ...PRINT_FLAGS,
  ...SAVE_CONFIG_FLAG,
  ...ignored(VALIDATE_FLAG),
  ...DRY_RUN_FLAG,
  ...managerFlag('kubectl-create'),
} as const;
