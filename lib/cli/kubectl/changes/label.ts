import { changeLabels, parseLabelChanges } from '../../../kubectl/change/labels';
import { KubectlError } from '../../../kubectl/errors';
import type { LABEL_FLAGS } from '../../../kubectl/flags/change';
import { goJson } from '../../../kubectl/print/json';
import { readUnstructured } from '../../../kubectl/manifests/unstructured';
import type { Invocation } from '../command';
import { type DryRun, dryRunOf } from '../dry-run';
import { printerOf } from '../printer';
import { checkLocal, finished, GivenManifests } from './given-manifests';
import { listing } from './listing';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER, NO_RESOURCES_NAMED, resourcesAndPairs } from './pairs';

type Label = Invocation<typeof LABEL_FLAGS>;

/** kubectl label, 1.36. */
export function label(invocation: Label): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const { resources, pairs } = resourcesAndPairs(invocation.args, 'label');
  const changes = parseLabelChanges(pairs, minor);
  if (values.list && values.output) throw new KubectlError('--list and --output may not be specified together');
  check(invocation, resources, pairs, dryRun);
  checkLocal(invocation, values.local, values.list ? 'client' : dryRun);
  const manifests = new GivenManifests(invocation, values.local);
  const { single } = manifests.sources();
  if (!single && values['resource-version']) throw new KubectlError('--resource-version may only be used with a single resource');
  manifests.visit(readUnstructured(minor), (manifest) => {
    const before = goJson(manifest.toObject());
    const done = changeLabels(manifest, { ...changes, overwrite: values.overwrite });
    const word = minor >= WORDS_SINCE ? done : wordByLength(before, goJson(manifest.toObject()), values.overwrite);
    if (values['resource-version']) manifest.resourceVersion = values['resource-version'];
    if (values.list) printed.stdout += listing(manifest, 'labels', single);
    else printerOf(invocation, word, dryRun).print(finished(manifest.toObject(), values.local, dryRun, invocation));
  });
}

/** First minor that looks at what was set and removed; those before look at the length of the object. */
const WORDS_SINCE = 36;

/** updateDataChangeMsg, 1.32. */
function wordByLength(before: string, after: string, overwrite: boolean): string {
  if (before === after) return 'not labeled';
  return !overwrite && Buffer.byteLength(after) < Buffer.byteLength(before) ? 'unlabeled' : 'labeled';
}

/** LabelOptions.Validate, 1.36. */
function check({ values }: Label, resources: readonly string[], pairs: readonly string[], dryRun: DryRun): void {
  if (values.all && values.selector) throw new KubectlError(BOTH_ALL_AND_SELECTOR);
  if (values.all && values['field-selector']) throw new KubectlError('cannot set --all and --field-selector at the same time');
  const files = values.filename.length > 0 || values.kustomize !== '';
  if (values.local) checkFiles(resources, files, dryRun);
  else if (!resources.length && !files) throw new KubectlError(NO_RESOURCES_NAMED);
  if (!pairs.length && !values.list) throw new KubectlError('at least one label update is required');
}

function checkFiles(resources: readonly string[], files: boolean, dryRun: DryRun): void {
  if (dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  if (resources.length) throw new KubectlError('can only use local files by -f pod.yaml or --filename=pod.json when --local=true is set');
  if (!files) throw new KubectlError('one or more files must be specified as -f pod.yaml or --filename=pod.json');
}
