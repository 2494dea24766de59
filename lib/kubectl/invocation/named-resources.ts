import { quote } from '../../go/format';
import { KubectlError, KubectlErrors } from '../errors';
import { resourceFor } from '../resources/resources';
import { needsCluster } from './dry-run';
import type { ManifestInvocation } from './given-manifests';

/**
 * Refuses objects that are named by their type and name: they are in a cluster
 * (Builder.ResourceTypeOrNameArgs and Do, cli-runtime 1.36).
 */
export function checkNamedResources({ args, values, printed }: ManifestInvocation): void {
  if (!args.length) return;
  if (values.filename.length) {
    throw new KubectlError(
      'when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well',
    );
  }
  const combined = args.some((arg) => arg.includes('/'));
  if (combined) checkCombined(args);
  const types = combined ? args.map((arg) => arg.split('/')[0]) : args[0].split(',');
  for (const type of types) {
    checkType(type, (text) => {
      printed.stderr += `Warning: ${text}\n`;
    });
  }
  if (!combined && args.length === 1) {
    throw new KubectlError('resource(s) were provided, but no name was specified');
  }
  throw needsCluster(`to look up ${args.join(' ')}`);
}

function checkCombined(args: readonly string[]): void {
  for (const arg of args) {
    const [type, name, ...more] = arg.split('/');
    if (name === undefined) throw mixedFormsError();
    if (more.length) throw singleError('arguments in resource/name form may not have more than one slash');
    if (!type || !name) {
      throw singleError('arguments in resource/name form must have a single resource and name');
    }
  }
}

const singleError = (message: string) => new KubectlErrors([new KubectlError(message)]);

const mixedFormsError = () =>
  singleError(
    "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
  );

function checkType(type: string, warn: (text: string) => void): void {
  const [name, ...group] = type.split('.');
  if (!resourceFor(name, group.join('.'), warn)) {
    throw new KubectlError(`the server doesn't have a resource type ${quote(name)}`);
  }
}
