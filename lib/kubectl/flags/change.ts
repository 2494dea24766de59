import { DRY_RUN_FLAG, FILENAME_FLAGS, managerFlag, PRINT_FLAGS, RECORD_FLAG } from './common';
import { ignored } from './flag';

/** Flags of the commands that change manifests, kubectl 1.36. */

const LOCAL_FLAGS = {
  local: { type: 'bool', usage: 'whether the manifests are those of the files, not those of a cluster' },
  ...ignored({ all: { type: 'bool', usage: 'whether all objects of a kind are meant' } }),
} as const;

const SELECTOR_FLAG = ignored({
  selector: { type: 'string', shorthand: 'l', usage: 'labels of the objects in a cluster that are meant' },
});

const CONTAINERS_FLAG = {
  containers: {
    type: 'string',
    shorthand: 'c',
    initial: '*',
    option: 'same',
    usage: 'containers to change, by name; * stands for anything',
  },
} as const;

const SET_FLAGS = {
  ...PRINT_FLAGS,
  ...FILENAME_FLAGS,
  ...LOCAL_FLAGS,
  ...DRY_RUN_FLAG,
  ...managerFlag('kubectl-set'),
} as const;

export const SET_IMAGE_FLAGS = { ...SET_FLAGS, ...RECORD_FLAG, ...SELECTOR_FLAG } as const;

export const SET_RESOURCES_FLAGS = {
  ...SET_FLAGS,
  ...RECORD_FLAG,
  ...SELECTOR_FLAG,
  ...CONTAINERS_FLAG,
  limits: { type: 'string', option: 'joinedPairs', usage: 'limits of the containers: cpu=1,memory=1Gi' },
  requests: {
    type: 'string',
    option: 'joinedPairs',
    usage: 'requests of the containers: cpu=100m,memory=256Mi',
  },
} as const;

export const SET_SERVICE_ACCOUNT_FLAGS = { ...SET_FLAGS, ...RECORD_FLAG } as const;

export const SET_SELECTOR_FLAGS = {
  ...PRINT_FLAGS,
  ...LOCAL_FLAGS,
  ...DRY_RUN_FLAG,
  ...managerFlag('kubectl-set'),
  ...RECORD_FLAG,
  filename: FILENAME_FLAGS.filename,
  recursive: { ...FILENAME_FLAGS.recursive, initial: true },
  'resource-version': { type: 'string', usage: 'version that an object in a cluster must have' },
} as const;

export const SET_SUBJECT_FLAGS = {
  ...SET_FLAGS,
  ...SELECTOR_FLAG,
  // The flag of every command that names a user of a kubeconfig is hidden by this one.
  user: { type: 'stringArray', option: 'same', optionName: 'users', usage: 'users to bind to the role' },
  group: { type: 'stringArray', option: 'same', optionName: 'groups', usage: 'groups to bind to the role' },
  serviceaccount: {
    type: 'stringArray',
    option: 'same',
    optionName: 'serviceAccounts',
    usage: 'service accounts to bind to the role: NAMESPACE:NAME',
  },
} as const;

export const SET_ENV_FLAGS = {
  ...SET_FLAGS,
  ...SELECTOR_FLAG,
  ...CONTAINERS_FLAG,
  env: {
    type: 'stringArray',
    shorthand: 'e',
    option: 'pairs',
    usage: 'variables to set: NAME=VALUE, or - for the lines of standard input',
  },
  from: { type: 'string', usage: 'ConfigMap or Secret whose keys become variables' },
  keys: { type: 'stringSlice', usage: 'keys to take of it' },
  prefix: { type: 'string', usage: 'what the names of variables begin with' },
  list: { type: 'bool', usage: 'whether the variables are listed' },
  resolve: { type: 'bool', usage: 'whether the list has values in place of references' },
  overwrite: {
    type: 'bool',
    initial: true,
    option: 'same',
    usage: 'whether variables may get another value',
  },
} as const;

const METADATA_FLAGS = {
  ...PRINT_FLAGS,
  ...FILENAME_FLAGS,
  ...LOCAL_FLAGS,
  ...DRY_RUN_FLAG,
  ...SELECTOR_FLAG,
  ...ignored({
    'all-namespaces': { type: 'bool', shorthand: 'A', usage: 'whether objects of all namespaces are meant' },
    'field-selector': { type: 'string', usage: 'fields of the objects in a cluster that are meant' },
  }),
  list: { type: 'bool', usage: 'whether they are listed' },
  overwrite: { type: 'bool', option: 'same', usage: 'whether those that are there may get another value' },
  'resource-version': { type: 'string', usage: 'version that an object in a cluster must have' },
} as const;

export const LABEL_FLAGS = {
  ...METADATA_FLAGS,
  ...ignored(RECORD_FLAG),
  ...managerFlag('kubectl-label'),
} as const;

export const ANNOTATE_FLAGS = {
  ...METADATA_FLAGS,
  ...RECORD_FLAG,
  ...managerFlag('kubectl-annotate'),
} as const;

export const PATCH_FLAGS = {
  ...PRINT_FLAGS,
  ...FILENAME_FLAGS,
  ...DRY_RUN_FLAG,
  ...ignored(RECORD_FLAG),
  ...managerFlag('kubectl-patch'),
  local: LOCAL_FLAGS.local,
  patch: { type: 'string', shorthand: 'p', usage: 'the patch, in JSON or YAML' },
  'patch-file': { type: 'string', values: 'file', usage: 'file with the patch' },
  ...ignored({ subresource: { type: 'string', usage: 'part of an object in a cluster that is patched' } }),
  type: {
    type: 'string',
    initial: 'strategic',
    values: ['strategic', 'merge', 'json'],
    option: 'same',
    usage: 'what the patch is: strategic, merge or json',
  },
} as const;
