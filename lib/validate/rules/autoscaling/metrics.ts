import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { MetricSpec } from '../../schema/types';
import {
  judgeContainerResource,
  judgeExternal,
  judgeObject,
  judgePods,
  judgeResource,
} from './metric-sources';

type Source = keyof Omit<MetricSpec, 'type'>;

/** Fields by the type that asks for them. */
const SOURCES: ReadonlyMap<string, Source> = new Map([
  ['ContainerResource', 'containerResource'],
  ['External', 'external'],
  ['Object', 'object'],
  ['Pods', 'pods'],
  ['Resource', 'resource'],
]);

const TYPES = [...SOURCES.keys()];

/** In the order in which a server looks for one: only the first is looked at closely. */
const JUDGES: readonly (readonly [Source, (source: object, at: Field) => void])[] = [
  ['object', judgeObject],
  ['external', judgeExternal],
  ['pods', judgePods],
  ['resource', judgeResource],
  ['containerResource', judgeContainerResource],
];

/** What is measured: validateMetricSpec, pkg/apis/autoscaling/validation 1.36. */
export const AUTOSCALER_METRICS = defineRule<Rule<readonly MetricSpec[]>>({
  id: 'autoscaler-metric',
  stage: 'judge',
  mistake: 'a metric of an unknown type, without the source or target of its type, or with those of several',
  suggestion:
    'set the field for the `type` of the metric, and in its `target` the `type` and the one value for it',
  judge: (metrics, at) => metrics.forEach((metric, index) => judgeMetric(metric, at.index(index))),
});

function judgeMetric(metric: MetricSpec, at: Field): void {
  const { type = '' } = metric;
  if (!type) at.field('type').required('must specify a metric source type', TYPE_HINT);
  const expected = SOURCES.get(type);
  if (!expected) at.field('type').notSupported(type, TYPES);
  const present = JUDGES.filter(([source]) => metric[source]);
  if (present.length) {
    const [source, judge] = present[0];
    judge(metric[source]!, at.field(source));
  }
  if (!expected) {
    at.field('type').notSupported(type, TYPES);
  } else if (!metric[expected]) {
    at.field(expected).required('must populate information for the given metric source');
  }
  if (present.length === 1) return;
  for (const [source] of present) {
    if (source !== expected) at.field(source).forbidden('must populate the given metric source only');
  }
}

const TYPE_HINT = { suggestion: `set type to ${TYPES.slice(0, -1).join(', ')} or ${TYPES.at(-1)}` };
