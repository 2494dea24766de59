import { KubectlError } from '../errors';
import type { ANNOTATE_FLAGS } from '../commands/annotate/flags';
import type { LABEL_FLAGS } from '../commands/label/flags';
import type { Invocation } from './invocation';
import type { DryRun } from './dry-run';
import { BOTH_ALL_AND_SELECTOR, BOTH_LOCAL_AND_SERVER, NO_RESOURCES_NAMED } from './pairs';

/** What is changed, as messages name it, and the file that they take for an example. */
export interface Pairs {
  readonly what: 'annotation' | 'label';
  readonly example: string;
  readonly resources: readonly string[];
  readonly pairs: readonly string[];
}

/** LabelOptions.Validate and AnnotateFlags.ToOptions, 1.36. */
export function checkPairs(
  { values }: Invocation<typeof LABEL_FLAGS> | Invocation<typeof ANNOTATE_FLAGS>,
  given: Pairs,
  dryRun: DryRun,
): void {
  if (values.all && values.selector) throw new KubectlError(BOTH_ALL_AND_SELECTOR);
  if (values.all && values['field-selector']) {
    throw new KubectlError('cannot set --all and --field-selector at the same time');
  }
  const files = values.filename.length > 0 || values.kustomize !== '';
  if (values.local) checkFiles(given, files, dryRun);
  else if (!given.resources.length && !files) throw new KubectlError(NO_RESOURCES_NAMED);
  if (!given.pairs.length && !values.list) {
    throw new KubectlError(`at least one ${given.what} update is required`);
  }
}

function checkFiles({ resources, example }: Pairs, files: boolean, dryRun: DryRun): void {
  if (dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
  const form = `-f ${example}.yaml or --filename=${example}.json`;
  if (resources.length) {
    throw new KubectlError(`can only use local files by ${form} when --local=true is set`);
  }
  if (!files) throw new KubectlError(`one or more files must be specified as ${form}`);
}
