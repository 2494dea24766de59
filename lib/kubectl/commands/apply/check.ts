import { KubectlError } from '../../errors';
import type { DryRun } from '../../invocation/dry-run';
import type { Invocation } from '../../invocation/invocation';
import type { APPLY_FLAGS } from './flags';

type Values = Invocation<typeof APPLY_FLAGS>['values'];

type Check = (values: Values, dryRun: DryRun) => false | string;

/**
 * What apply refuses before it reads anything (ApplyOptions.Validate, 1.36), then what changes or deletes
 * what is in a cluster.
 */
const CHECKS: readonly Check[] = [
  (values) =>
    values['force-conflicts'] && !values['server-side'] && '--force-conflicts only works with --server-side',
  (values, dryRun) =>
    dryRun === 'client' &&
    values['server-side'] &&
    "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)",
  (values) => values['server-side'] && values.force && '--force cannot be used with --server-side',
  (values, dryRun) => dryRun === 'server' && values.force && '--dry-run=server cannot be used with --force',
  (values) => values.all && values.selector !== '' && 'cannot set --all and --selector at the same time',
  (values) =>
    values.subresource !== '' &&
    !values['server-side'] &&
    '--subresource can only be specified for --server-side',
  (values) =>
    values.prune &&
    '--prune deletes objects from a cluster, and this command never contacts one: remove the flag',
  (values) =>
    values['server-side'] &&
    '--server-side merges into objects in a cluster, and this command never contacts one: remove the flag',
];

/** @throws KubectlError of the first flag that cannot be followed */
export function checkApply(values: Values, dryRun: DryRun): void {
  for (const check of CHECKS) {
    const problem = check(values, dryRun);
    if (problem) throw new KubectlError(problem);
  }
}
