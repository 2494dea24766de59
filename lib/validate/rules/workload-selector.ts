import type { GoValue } from '../../go/format';
import { apiStruct, list, listOf, named, stringMap } from '../../go/value';
import { defineRule, type Rule } from '../rule';
import type { LabelSelector, LabelSelectorRequirement, PodTemplateSpec } from '../schema/types';
import { isEmptySelector, judgeLabelSelector, selects } from './labels';

/** What a kind says of its selector. */
export interface SelectorSubject {
  readonly selector?: LabelSelector;
  /** Of one that selects everything. */
  readonly emptyText: string;
  /** Of one that is none; it may be empty. */
  readonly brokenText: string;
}

const SELECT_HINT = { suggestion: 'use a selector that matches the labels of spec.template' };

export const WORKLOAD_SELECTOR = defineRule({
  id: 'workload-selector',
  stage: 'judge',
  mistake: 'a missing, empty or malformed selector',
  suggestion: 'use a selector that matches the labels of `spec.template`',
});

/**
 * A selector that is needed, sound and not empty: ValidateDeploymentSpec and its like,
 * pkg/apis/apps/validation 1.36.
 */
export const SELECTOR: Rule<SelectorSubject> = {
  id: WORKLOAD_SELECTOR.id,
  judge({ selector, emptyText, brokenText }, at) {
    if (!selector) return at.required('', SELECT_HINT);
    const faulty = at.reports(() => judgeLabelSelector(selector, at));
    if (isEmptySelector(selector)) {
      at.invalid(shownSelector(selector), emptyText, SELECT_HINT);
    } else if (faulty) {
      at.invalid(shownSelector(selector), brokenText, {
        suggestion: 'fix the errors in its parts',
      });
    }
  },
};

/** What a selector is compared with. */
export interface MatchSubject {
  readonly selector?: LabelSelector;
  readonly template: PodTemplateSpec;
}

/**
 * The selector takes the Pods that are made of the template. None takes nothing, an empty one takes
 * everything.
 */
export const MATCH = defineRule<Rule<MatchSubject>>({
  id: 'workload-selector-match',
  stage: 'judge',
  mistake: 'a selector that does not match the labels of the template',
  suggestion: 'set the labels in `spec.template` that `spec.selector` requires',
  judge({ selector, template: { metadata: { labels } = {} } }, at) {
    if (selector && (isEmptySelector(selector) || selects(selector, labels))) return;
    at.field('metadata', 'labels').invalid(stringMap(labels), '`selector` does not match template `labels`', {
      suggestion: 'set the labels in spec.template that spec.selector requires',
      related: [{ message: 'the selector is set here', path: at.sibling('selector') }],
    });
  },
});

/** A selector as a server shows it. */
export function shownSelector({ matchLabels, matchExpressions }: LabelSelector): GoValue {
  const [labels, expressions] = [
    stringMap(matchLabels),
    listOf(matchExpressions?.map(shownRequirement), 'v1.LabelSelectorRequirement'),
  ];
  return apiStruct(
    'v1.LabelSelector',
    { MatchLabels: labels, MatchExpressions: expressions },
    {
      matchLabels: Object.keys(matchLabels ?? {}).length ? labels.value : undefined,
      matchExpressions: matchExpressions?.length ? expressions.value : undefined,
    },
  );
}

function shownRequirement({ key = '', operator = '', values }: LabelSelectorRequirement): GoValue {
  const fields = { Key: named(key), Operator: named(operator), Values: list(values, 'string') };
  return apiStruct('v1.LabelSelectorRequirement', fields, {
    key,
    operator,
    values: values?.length ? values : undefined,
  });
}
