import type { Field } from '../../field';
import { isEmptySelector } from '../../rules/labels';
import { MATCH, SELECTOR } from '../../rules/workload-selector';
import type { ReplicaSetSpec } from '../../schema/types';
import { judgeTemplate, RUNS_FOR_EVER } from './template';

/**
 * A selector that is none hides the template from the server: ValidatePodTemplateSpecForReplicaSet, 1.36. To
 * it, a Deployment is a ReplicaSet, too.
 */
export function judgeSelected({ selector, template = {} }: ReplicaSetSpec, at: Field): void {
  if (!judgeSelector(selector, at)) return;
  const place = at.field('template');
  place.apply(MATCH, { selector, template });
  judgeTemplate(template, place);
  place.apply(RESTART, template);
}

const RESTART = RUNS_FOR_EVER('ReplicaSet');

/** Whether the template is looked at. */
function judgeSelector(selector: ReplicaSetSpec['selector'], at: Field): boolean {
  const faulty = at.reports(() =>
    at.field('selector').apply(SELECTOR, {
      selector,
      emptyText: 'empty selector is invalid for deployment',
      brokenText: 'invalid label selector',
    }),
  );
  return !selector || isEmptySelector(selector) || !faulty;
}
