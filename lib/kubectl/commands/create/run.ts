import { KubectlError, KubectlUsageError } from '../../errors';
import type { CREATE_FILES_FLAGS } from './flags';
import { record } from '../../invocation/change-all';
import type { Invocation } from '../../invocation/invocation';
import { directiveOf } from '../../invocation/directive';
import { dryRunOf, needsCluster } from '../../invocation/dry-run';
import { checkKubeconfig } from '../../invocation/kubeconfig';
import { dryRunResponse } from '../../invocation/dry-run-response';
import { visitObjects } from '../../invocation/given-objects';
import { hasLastApplied, keepLastApplied } from '../../invocation/last-applied';

type Create = Invocation<typeof CREATE_FILES_FLAGS>;

/** kubectl create -f, 1.36. */
export function create(invocation: Create): void {
  const { values, printed } = invocation;
  checkNamed(invocation);
  const dryRun = dryRunOf(values['dry-run'], printed);
  const directive = directiveOf(values.validate);
  const printer = invocation.printer('created', dryRun);
  checkOffline(values);
  checkKubeconfig(invocation);
  if (dryRun === 'none') throw needsCluster('to create an object');
  let count = 0;
  visitObjects(invocation, directive, (manifest, source) => {
    if (values['save-config'] || hasLastApplied(manifest)) keepLastApplied(manifest);
    record(manifest, invocation);
    const object = manifest.toObject();
    const answer = dryRun === 'server' ? dryRunResponse(object, { directive, source }, invocation) : object;
    count++;
    printer.print(answer);
  });
  if (!count) throw new KubectlError('no objects passed to create');
}

function checkNamed({ values, args, path }: Create): void {
  if (args.length) throw new KubectlUsageError(`Unexpected args: [${args.join(' ')}]`, path);
  if (!values.filename.length && !values.kustomize) throw new KubectlError('must specify one of -f and -k');
}

function checkOffline({ raw, edit }: Create['values']): void {
  if (raw && edit) throw new KubectlError('--raw and --edit are mutually exclusive');
  if (raw) {
    throw new KubectlError(
      '--raw sends a file to a server, and this command never contacts one: remove the flag',
    );
  }
  if (edit) {
    throw new KubectlError('--edit is not supported: edit the file first, then remove the flag');
  }
}
