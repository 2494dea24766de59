import { stringMap } from '../../go/value';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { Job, LabelSelector } from '../schema/types';
import { UID } from '../uid';
import { Verdict } from '../verdict';
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
  judge({ metadata = {}, spec: { selector, manualSelector, template } = {} }, path, verdict) {
    if (manualSelector || !selector) return;
    const expected = generatedLabels(effectiveName(metadata));
    const labels = template?.metadata?.labels ?? {};
    for (const [key, value] of expected) {
      judgeLabel(labels, key, value, path.child('template', 'metadata'), verdict);
    }
    if (isSound(selector, path, verdict.minor) && !selects(selector, Object.fromEntries(expected))) {
      verdict.invalid(path.child('selector'), shownSelector(selector), '`selector` not auto-generated', {
        remedy: 'remove selector, or set manualSelector: true',
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
function judgeLabel(labels: Labels, key: string, value: string, path: FieldPath, verdict: Verdict): void {
  const place = path.child('labels').key(key);
  if (!Object.hasOwn(labels, key)) {
    verdict.required(place, `must be '${value}'`);
  } else if (labels[key] !== value) {
    verdict.invalid(place, stringMap(labels), `must be '${value}'`, {
      remedy: 'remove the label: the server sets it',
    });
  }
}

function isSound(selector: LabelSelector, path: FieldPath, minor: number): boolean {
  if (isEmptySelector(selector)) return true;
  const trial = new Verdict(minor);
  judgeLabelSelector(selector, path, trial);
  return trial.findings.length === 0;
}

/** The selector, made or given: ValidateJobSpec, 1.36. */
export const JOB_SELECTOR: Rule<Job> = {
  id: WORKLOAD_SELECTOR.id,
  judge({ spec: { selector, template = {} } = {} }, path, verdict) {
    const before = verdict.findings.length;
    if (!selector) {
      verdict.required(path.child('selector'), '', {
        remedy: 'use a selector that matches the labels of spec.template, or remove manualSelector',
      });
    } else {
      judgeLabelSelector(selector, path.child('selector'), verdict);
    }
    if (!selector || verdict.findings.length === before) {
      verdict.apply(MATCH, { selector, template }, path.child('template'));
    }
  },
};
