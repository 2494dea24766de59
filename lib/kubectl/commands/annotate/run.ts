import { changeAnnotations, checkAnnotationChanges } from './change';
import { KubectlError } from '../../errors';
import type { ANNOTATE_FLAGS } from './flags';
import { readUnstructured } from '../../manifests/unstructured';
import { parsePairs } from '../../flag-values/pairs';
import type { Invocation } from '../../invocation/invocation';
import { dryRunOf } from '../../invocation/dry-run';
import { record } from '../../invocation/change-all';
import { checkPairs } from '../../invocation/check-pairs';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';
import { listing } from '../../invocation/listing';
import { resourcesAndPairs } from '../../invocation/pairs';

type Annotate = Invocation<typeof ANNOTATE_FLAGS>;

/** First minor in which `--list` sees `--output`. */
const LIST_ALONE_SINCE = 37;

/** kubectl annotate, 1.37. */
export function annotate(invocation: Annotate): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = invocation.printer('annotated', dryRun);
  const { resources, pairs } = resourcesAndPairs(invocation.args, 'annotation');
  const changes = parsePairs(pairs, 'annotation', true);
  if (minor >= LIST_ALONE_SINCE && values.list && values.output) {
    throw new KubectlError('--list and --output may not be specified together');
  }
  checkPairs(invocation, { what: 'annotation', example: 'rsrc', resources, pairs }, dryRun);
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
    else printer.print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation));
  });
}
