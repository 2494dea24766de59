import { changeLabels, parseLabelChanges } from './change';
import { KubectlError } from '../../errors';
import type { LABEL_FLAGS } from './flags';
import { goJson } from '../../../go/marshal';
import { readUnstructured } from '../../manifests/unstructured';
import type { Invocation } from '../../invocation/invocation';
import { dryRunOf } from '../../invocation/dry-run';
import { checkPairs } from '../../invocation/check-pairs';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';
import { listing } from '../../invocation/listing';
import { resourcesAndPairs } from '../../invocation/pairs';

type Label = Invocation<typeof LABEL_FLAGS>;

/** kubectl label, 1.36. */
export function label(invocation: Label): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const { resources, pairs } = resourcesAndPairs(invocation.args, 'label');
  const changes = parseLabelChanges(pairs, minor);
  if (values.list && values.output) {
    throw new KubectlError('--list and --output may not be specified together');
  }
  checkPairs(invocation, { what: 'label', example: 'pod', resources, pairs }, dryRun);
  checkLocal(invocation, values.local, values.list ? 'client' : dryRun);
  const manifests = new GivenManifests(invocation, values.local);
  const { single } = manifests.sources();
  if (!single && values['resource-version']) {
    throw new KubectlError('--resource-version may only be used with a single resource');
  }
  manifests.visit(readUnstructured(minor), (manifest) => {
    const before = goJson(manifest.toObject());
    const done = changeLabels(manifest, { ...changes, overwrite: values.overwrite });
    const word =
      minor >= WORDS_SINCE ? done : wordByLength(before, goJson(manifest.toObject()), values.overwrite);
    if (values['resource-version']) manifest.resourceVersion = values['resource-version'];
    if (values.list) {
      printed.stdout += listing(manifest, 'labels', single);
    } else {
      invocation
        .printer(word, dryRun)
        .print(validatedUnlessLocal(manifest.toObject(), values.local, dryRun, invocation));
    }
  });
}

/** First minor that looks at what was set and removed; those before look at the length of the object. */
const WORDS_SINCE = 36;

/** updateDataChangeMsg, 1.32. */
function wordByLength(before: string, after: string, overwrite: boolean): string {
  if (before === after) return 'not labeled';
  return !overwrite && Buffer.byteLength(after) < Buffer.byteLength(before) ? 'unlabeled' : 'labeled';
}
