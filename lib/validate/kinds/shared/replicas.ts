import type { FieldPath } from '../../path';
import { isEmptySelector } from '../../rules/labels';
import { MATCH, SELECTOR } from '../../rules/workload-selector';
import type { ReplicaSetSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { judgeTemplate, RUNS_FOR_EVER } from './template';

/**
 * A selector that is none hides the template from the server: ValidatePodTemplateSpecForReplicaSet, 1.36. To
 * it, a Deployment is a ReplicaSet, too.
 */
export function judgeSelected(
  { selector, template = {} }: ReplicaSetSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!judgeSelector(selector, path, verdict)) return;
  const place = path.field('template');
  verdict.apply(MATCH, { selector, template }, place);
  judgeTemplate(template, place, verdict);
  verdict.apply(RESTART, template, place);
}

const RESTART = RUNS_FOR_EVER('ReplicaSet');

/** Whether the template is looked at. */
function judgeSelector(selector: ReplicaSetSpec['selector'], path: FieldPath, verdict: Verdict): boolean {
  const before = verdict.findings.length;
  verdict.apply(
    SELECTOR,
    { selector, emptyText: 'empty selector is invalid for deployment', brokenText: 'invalid label selector' },
    path.field('selector'),
  );
  return !selector || isEmptySelector(selector) || verdict.findings.length === before;
}
