import { changeAnnotations, checkAnnotationChanges } from '../../../kubectl/change/labels';
import { KubectlError } from '../../../kubectl/errors';
import type { ANNOTATE_FLAGS } from '../../../kubectl/flags/change';
import { readUnstructured } from '../../../kubectl/manifests/unstructured';
import { parsePairs } from '../../../kubectl/pairs';
import type { Invocation } from '../command';
import { dryRunOf } from '../dry-run';
import { printerOf } from '../printer';
import { record } from './changed';
import { checkPairs } from './check-pairs';
import { checkLocal, finished, GivenManifests } from './given-manifests';
import { listing } from './listing';
import { resourcesAndPairs } from './pairs';

type Annotate = Invocation<typeof ANNOTATE_FLAGS>;

/** kubectl annotate, 1.36. */
export function annotate(invocation: Annotate): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = printerOf(invocation, 'annotated', dryRun);
  const { resources, pairs } = resourcesAndPairs(invocation.args, 'annotation');
  const changes = parsePairs(pairs, 'annotation', true);
  checkPairs(invocation, { what: 'annotation', example: 'rsrc', resources, pairs }, dryRun); // `--list` goes with `--output`, which it does not know of
  checkAnnotationChanges(changes);
  checkLocal(invocation, values.local, values.list ? 'client' : dryRun);
  const manifests = new GivenManifests(invocation, values.local);
  const { single } = manifests.sources();
  if (!single && values['resource-version']) {
    throw new KubectlError('--resource-version may only be used with a single resource');
  }
  manifests.visit(readUnstructured(minor), (manifest) => {
    if (!values.local && dryRun === 'server') record(manifest, invocation);
    changeAnnotations(manifest, { ...changes, overwrite: values.overwrite });
    if (values['resource-version']) manifest.resourceVersion = values['resource-version'];
    if (values.list) printed.stdout += listing(manifest, 'annotations', single);
    else printer.print(finished(manifest.toObject(), values.local, dryRun, invocation));
  });
}
