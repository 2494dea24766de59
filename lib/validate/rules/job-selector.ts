import { Field } from '../field';
import { stringMap } from '../../go/value';
import { defineRule, type Rule } from '../rule';
import type { Job, LabelSelector } from '../schema/types';
import { UID } from '../uid';
import { Collector } from '../collector';
import { isEmptySelector, judgeLabelSelector, selects } from './labels';
import { effectiveName } from './metadata';
import { MATCH, shownSelector, WORKLOAD_SELECTOR } from './workload-selector';

/**
 * Selector and labels are as the server makes them, if it does: validateGeneratedSelector,
 * pkg/apis/batch/validation 1.36.
 */
export const GENERATED_SELECTOR = defineRule<Rule<Job>>({
  id: 'job-generated-selector',
  stage: 'judge',
  mistake: 'a selector or labels that the server generates',
  suggestion: 'remove them, or set `manualSelector: true`',
  judge({ metadata = {}, spec: { selector, manualSelector, template } = {} }, at) {
    if (manualSelector || !selector) return;
    const expected = generatedLabels(effectiveName(metadata));
    const labels = template?.metadata?.labels ?? {};
    for (const [key, value] of expected) {
      judgeLabel(labels, key, value, at.field('template', 'metadata'));
    }
    if (isSound(selector, at.minor) && !selects(selector, Object.fromEntries(expected))) {
      at.field('selector').invalid(shownSelector(selector), '`selector` not auto-generated', {
        suggestion: 'remove selector, or set manualSelector: true',
      });
    }
  },
});

/** In the order in which the server looks for them. */
const generatedLabels = (name: string) =>
  [
    ['controller-uid', UID],
    ['job-name', name],
    ['batch.kubernetes.io/controller-uid', UID],
    ['batch.kubernetes.io/job-name', name],
  ] as const;

type Labels = { readonly [key: string]: string };

/** ValidateHasLabel, pkg/apis/core/validation 1.36. */
function judgeLabel(labels: Labels, key: string, value: string, at: Field): void {
  const place = at.field('labels').key(key);
  if (!Object.hasOwn(labels, key)) {
    place.required(`must be '${value}'`);
  } else if (labels[key] !== value) {
    place.invalid(stringMap(labels), `must be '${value}'`, {
      suggestion: 'remove the label: the server sets it',
    });
  }
}

function isSound(selector: LabelSelector, minor: number): boolean {
  if (isEmptySelector(selector)) return true;
  const trial = Field.root(new Collector(minor));
  return !trial.reports(() => judgeLabelSelector(selector, trial));
}

/** The selector, made or given: ValidateJobSpec, 1.36. */
export const JOB_SELECTOR: Rule<Job> = {
  id: WORKLOAD_SELECTOR.id,
  judge({ spec: { selector, template = {} } = {} }, at) {
    const place = at.field('selector');
    if (!selector) {
      place.required('', {
        suggestion: 'use a selector that matches the labels of spec.template, or remove manualSelector',
      });
    } else if (at.reports(() => judgeLabelSelector(selector, place))) {
      return;
    }
    at.field('template').apply(MATCH, { selector, template });
  },
};
