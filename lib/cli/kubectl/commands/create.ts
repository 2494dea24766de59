import { KubectlError, KubectlUsageError } from '../../../kubectl/errors';
import { DRY_RUN_FLAG, FILENAME_FLAGS, PRINT_FLAGS, RECORD_FLAG, SAVE_CONFIG_FLAG, VALIDATE_FLAG } from '../../../kubectl/flags/common';
import { CREATE_CONFIG_MAP } from '../../../kubectl/generate/create-config-map';
import { CREATE_DEPLOYMENT } from '../../../kubectl/generate/create-deployment';
import { CREATE_NAMESPACE } from '../../../kubectl/generate/create-namespace';
import { command } from '../command';
import { createObject } from '../create-object';

const CREATE_FLAGS = {
  ...FILENAME_FLAGS, ...VALIDATE_FLAG, ...SAVE_CONFIG_FLAG, ...DRY_RUN_FLAG, ...PRINT_FLAGS, ...RECORD_FLAG,
  edit: { type: 'bool', usage: 'whether an editor is opened before' },
  'windows-line-endings': { type: 'bool', usage: 'whether the editor gets lines that end as Windows ends them' },
  selector: { type: 'string', shorthand: 'l', usage: 'labels of the manifests to use' },
  raw: { type: 'string', usage: 'path on a server to send the file to' },
  'field-manager': { type: 'string', initial: 'kubectl-create', usage: 'name that a server files the change under' },
} as const;

/** kubectl create: from a file, or by one of its generators. */
export const CREATE_COMMAND = command<typeof CREATE_FLAGS>({
  name: 'create',
  summary: 'an object of a file, or one of flags',
  usage: '-f FILE',
  flags: CREATE_FLAGS,
  subcommands: [
    createObject({ name: 'namespace', aliases: ['ns'], summary: 'a Namespace', usage: 'NAME', generator: CREATE_NAMESPACE }),
    createObject({
      name: 'configmap', aliases: ['cm'], summary: 'a ConfigMap of files and literals', usage: 'NAME [--from-file=[KEY=]FILE] [--from-literal=KEY=VALUE]',
      generator: CREATE_CONFIG_MAP, failure: 'failed to create configmap',
    }),
    createObject({
      name: 'deployment', aliases: ['deploy'], summary: 'a Deployment', usage: 'NAME --image=IMAGE [options] [-- COMMAND...]',
      generator: CREATE_DEPLOYMENT, failure: 'failed to create deployment',
    }),
  ],
  run({ args, path, values }) {
    if (!values.filename.length && !values.kustomize) {
      if (args.length) throw new KubectlUsageError(`Unexpected args: [${args.join(' ')}]`, path);
      throw new KubectlError('must specify one of -f and -k');
    }
    throw new KubectlError('create -f is not there yet');
  },
});
