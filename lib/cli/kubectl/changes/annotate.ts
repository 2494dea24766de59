import { changeAnnotations, checkAnnotationChanges } from '../../../kubectl/change/labels';
import { KubectlError } from '../../../kubectl/errors';
import type { ANNOTATE_FLAGS } from '../../../kubectl/flags/change';
import { readUnstructured } from '../../../kubectl/manifests/unstructured';
import { parsePairs } from '../../../kubectl/pairs';
import type { Invocation } from '../command';
import { type DryRun, dryRunOf } from '../dry-run';
import { printerOf } from '../printer';
import { record } from './changed';
import { checkLocal, finished, GivenManifests } from './given-manifests';
import { listing } from './listing';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER, NO_RESOURCES_NAMED, resourcesAndPairs } from './pairs';

type Annotate = Invocation<typeof ANNOTATE_FLAGS>;

/** kubectl annotate, 1.36. */
export function annotate(invocation: Annotate): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = printerOf(invocation, 'annotated', dryRun);
  const { resources, pairs } = resourcesAndPairs(invocation.args, 'annotation');
  const changes = parsePairs(pairs, 'annotation', true);
  check(invocation, resources, pairs, dryRun);
  checkAnnotationChanges(changes);
  checkLocal(invocation, values.local, values.list ? 'client' : dryRun);
  const manifests = new GivenManifests(invocation, values.local);
  const { single } = manifests.sources();
  if (!single && values['resource-version']) throw new KubectlError('--resource-version may only be used with a single resource');
  manifests.visit(readUnstructured(minor), (manifest) => {
    if (!values.local && dryRun === 'server') record(manifest, invocation);
    changeAnnotations(manifest, { ...changes, overwrite: values.overwrite });
    if (values['resource-version']) manifest.resourceVersion = values['resource-version'];
    if (values.list) printed.stdout += listing(manifest, 'annotations', single);
    else printer.print(finished(manifest.toObject(), values.local, dryRun, invocation));
  });
}

/** AnnotateFlags.ToOptions, 1.36: `--list` goes with `--output`, which it does not know of. */
function check({ values }: Annotate, resources: readonly string[], pairs: readonly string[], dryRun: DryRun): void {
  if (values.all && values.selector) throw new KubectlError(BOTH_ALL_AND_SELECTOR);
  if (values.all && values['field-selector']) throw new KubectlError('cannot set --all and --field-selector at the same time');
  const files = values.filename.length > 0 || values.kustomize !== '';
  if (values.local) checkFiles(resources, files, dryRun);
  else if (!resources.length && !files) throw new KubectlError(NO_RESOURCES_NAMED);
  if (!pairs.length && !values.list) throw new KubectlError('at least one annotation update is required');
}

function checkFiles(resources: readonly string[], files: boolean, dryRun: DryRun): void {
  if (dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  if (resources.length) throw new KubectlError('can only use local files by -f rsrc.yaml or --filename=rsrc.json when --local=true is set');
  if (!files) throw new KubectlError('one or more files must be specified as -f rsrc.yaml or --filename=rsrc.json');
}
